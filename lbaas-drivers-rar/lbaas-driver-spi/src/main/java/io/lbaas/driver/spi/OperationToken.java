package io.lbaas.driver.spi;

/**
 * Names a change that a device works on; it is the only state of an asynchronous driver and travels in queues.
 *
 * @param opaque at most 1,024 characters, the driver's own
 */
public record OperationToken(String opaque) {
    private static final int MAX_LENGTH = 1024;

    public OperationToken {
        if (opaque.length() > MAX_LENGTH) {
            throw new IllegalArgumentException("A token has at most " + MAX_LENGTH + " characters");
        }
    }
}
