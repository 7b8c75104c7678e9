package io.lbaas.tls.seal;

/** What is sealed cannot be opened, or nothing can be sealed; the message is for the operator. */
public class SealException extends Exception {

    private static final long serialVersionUID = 1L;

    /** Something that was not sealed, or not opened; null where nothing led to it. */
    public SealException(String message, Throwable cause) {
        super(message, cause);
    }
}
