package io.lbaas.tls.bundle;

/** Material that cannot be used; the message says why, to its owner, and holds nothing of it. */
public class UnusableTlsException extends Exception {

    private static final long serialVersionUID = 1L;

    public UnusableTlsException(String message) {
        super(message);
    }

    public UnusableTlsException(String message, Throwable cause) {
        super(message, cause);
    }
}
