package io.lbaas.driver.host;

import io.lbaas.driver.spi.FailureKind;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;

/** A host cannot be had: not reached, not let in, or gone in the middle. */
public final class HostException extends IOException {
    private static final long serialVersionUID = 1;

    private final FailureKind kind;

    /**
     * A failure of the way to the host, not of what was to be done there.
     *
     * @param message in words for the operator, without secrets
     */
    public HostException(FailureKind kind, String message, Throwable cause) {
        super(message, cause);
        this.kind = kind;
    }

    public FailureKind kind() {
        return kind;
    }

    /** What any failure to work with a host is, in words for the operator. */
    public static String wordsOf(Exception failure) {
        if (failure instanceof NoSuchFileException missing) {
            return missing.getFile() + ": no such file or directory";
        }
        if (failure instanceof AccessDeniedException denied) {
            return denied.getFile() + ": permission denied";
        }
        return String.valueOf(failure.getMessage());
    }

    /** The kind of any failure to work with a host. */
    public static FailureKind kindOf(IOException failure) {
        return failure instanceof HostException host ? host.kind() : FailureKind.UNREACHABLE;
    }
}
