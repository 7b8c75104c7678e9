package io.lbaas.example.driver;

import io.lbaas.driver.spi.DeviceReadException;
import io.lbaas.driver.spi.FailureKind;
import io.lbaas.driver.spi.Outcome;
import io.lbaas.driver.spi.StateAfter;
import java.util.Map;

/** Why nothing came of a request. */
final class ApplianceException extends Exception {
    private static final long serialVersionUID = 1;

    private final FailureKind kind;

    ApplianceException(FailureKind kind, String message) {
        super(message);
        this.kind = kind;
    }

    ApplianceException(FailureKind kind, String message, Throwable cause) {
        super(message, cause);
        this.kind = kind;
    }

    /** As the end of a change. */
    Outcome.Failed outcome() {
        StateAfter after = kind == FailureKind.TIMEOUT_UNKNOWN ? StateAfter.UNKNOWN : StateAfter.UNCHANGED;
        return new Outcome.Failed(kind, "", getMessage(), Map.of(), after);
    }

    /** As the end of a reading, of which it does not matter whether the device had taken the question. */
    DeviceReadException unread() {
        return new DeviceReadException(
                kind == FailureKind.TIMEOUT_UNKNOWN ? FailureKind.UNREACHABLE : kind, getMessage(), this);
    }
}
