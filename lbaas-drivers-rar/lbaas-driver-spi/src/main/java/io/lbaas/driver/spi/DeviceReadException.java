package io.lbaas.driver.spi;

/** A device could not be read. Nothing follows from it about what is on the device. */
public class DeviceReadException extends Exception {
    private static final long serialVersionUID = 1;

    private final FailureKind kind;

    /**
     * A failed look at a device.
     *
     * @param message the vendor's own words, without secrets
     */
    public DeviceReadException(FailureKind kind, String message) {
        super(message);
        this.kind = kind;
    }

    /** As above, with what led to it. */
    public DeviceReadException(FailureKind kind, String message, Throwable cause) {
        super(message, cause);
        this.kind = kind;
    }

    public FailureKind kind() {
        return kind;
    }
}
