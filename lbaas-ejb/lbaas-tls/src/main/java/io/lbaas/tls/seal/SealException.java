package io.lbaas.tls.seal;

/** What is sealed cannot be opened, or nothing can be sealed; the message is for the operator. */
public class SealException extends Exception {

    private static final long serialVersionUID = 1L;

    SealException(String message, Throwable cause) {
        super(message, cause);
    }
}
