package io.lbaas.driver.http;

import io.lbaas.driver.spi.FailureKind;

/** A call that got no answer that could be read. */
public class NoAnswerException extends Exception {
    private static final long serialVersionUID = 1;
    private final FailureKind kind;

    NoAnswerException(FailureKind kind, String message, Throwable cause) {
        super(message, cause);
        this.kind = kind;
    }

    /**
     * {@link FailureKind#UNREACHABLE} or {@link FailureKind#TRANSIENT}: the device did not get the call.
     * {@link FailureKind#TIMEOUT_UNKNOWN}: it may have, and may have acted.
     */
    public FailureKind kind() {
        return kind;
    }

    /** Whether the device may have got the call. */
    public boolean sent() {
        return kind == FailureKind.TIMEOUT_UNKNOWN;
    }
}
