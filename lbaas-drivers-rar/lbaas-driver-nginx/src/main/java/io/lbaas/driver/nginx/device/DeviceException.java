package io.lbaas.driver.nginx.device;

import io.lbaas.driver.spi.FailureKind;
import io.lbaas.driver.spi.Outcome;
import io.lbaas.driver.spi.StateAfter;
import java.util.Map;

/** A failure of the device that is no single change's fault. */
final class DeviceException extends Exception {
    private static final long serialVersionUID = 1;

    private final FailureKind kind;
    private final StateAfter stateAfter;

    DeviceException(FailureKind kind, String message, StateAfter stateAfter) {
        super(message);
        this.kind = kind;
        this.stateAfter = stateAfter;
    }

    Outcome.Failed outcome() {
        return new Outcome.Failed(kind, "", getMessage(), Map.of(), stateAfter);
    }
}
