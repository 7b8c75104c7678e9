package io.lbaas.driver.netscaler.nitro;

import io.lbaas.driver.spi.FailureKind;

/** A call that NetScaler did not do as asked, or that may not have reached it. */
public class NitroException extends Exception {
    private static final long serialVersionUID = 1;
    private final FailureKind kind;
    private final int code;

    /**
     * A failed call.
     *
     * @param code NetScaler's, 0 where it gave none
     * @param message its own words where it gave some
     */
    public NitroException(FailureKind kind, int code, String message, Throwable cause) {
        super(message, cause);
        this.kind = kind;
        this.code = code;
    }

    public FailureKind kind() {
        return kind;
    }

    /** NetScaler's code as text, empty where it gave none. */
    public String code() {
        return code == 0 ? "" : Integer.toString(code);
    }

    /** Whether what was to be read or taken away is not there. */
    public boolean absent() {
        return NitroError.means(code, NitroError.Meaning.ABSENT);
    }

    /** Whether what was to be made is there already. */
    public boolean present() {
        return NitroError.means(code, NitroError.Meaning.PRESENT);
    }

    /** Whether a call for one thing only would have succeeded, because the primary node of a pair did it. */
    public boolean doneOnPrimary() {
        return NitroError.means(code, NitroError.Meaning.DONE_ON_PRIMARY);
    }

    /** Whether calls after this one would fail alike, because NetScaler does not answer. */
    public boolean cutOff() {
        return kind == FailureKind.UNREACHABLE || kind == FailureKind.TIMEOUT_UNKNOWN || kind == FailureKind.AUTH;
    }
}
