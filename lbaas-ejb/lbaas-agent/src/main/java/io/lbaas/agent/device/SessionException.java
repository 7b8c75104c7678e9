package io.lbaas.agent.device;

import io.lbaas.driver.spi.FailureKind;
import io.lbaas.driver.spi.Outcome;

/** Says why nothing came of a session with a device: there was none to be had, the device
 * could not be read, or the driver broke its contract. */
public final class SessionException extends Exception {
    private static final long serialVersionUID = 1;

    private final FailureKind kind;

    SessionException(FailureKind kind, String reason, Throwable cause) {
        super(reason, cause);
        this.kind = kind;
    }

    /** The same as the outcome of a change. */
    public Outcome.Failed failure() {
        return Outcome.Failed.of(kind, getMessage());
    }
}
