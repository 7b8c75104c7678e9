package io.lbaas.message;

/** Says that a text is no message, and why. Delivering it again would not help. */
public final class UnreadableMessageException extends Exception {
    private static final long serialVersionUID = 1;

    UnreadableMessageException(String reason, Throwable cause) {
        super(reason, cause);
    }
}
