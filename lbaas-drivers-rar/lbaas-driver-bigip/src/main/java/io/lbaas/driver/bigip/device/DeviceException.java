package io.lbaas.driver.bigip.device;

import io.lbaas.driver.http.NoAnswerException;
import io.lbaas.driver.spi.DeviceReadException;
import io.lbaas.driver.spi.FailureKind;
import io.lbaas.driver.spi.Outcome;
import io.lbaas.driver.spi.StateAfter;
import io.lbaas.model.ObjectRef;
import java.util.Map;

/** A call that did not succeed. */
public final class DeviceException extends Exception {
    private static final long serialVersionUID = 1;

    private final FailureKind kind;
    private final String code;
    private final transient Map<ObjectRef, String> blamed;

    /**
     * What the device answered.
     *
     * @param code the device's own, or empty
     * @param message the vendor's words, without secrets
     */
    DeviceException(FailureKind kind, String code, String message, Map<ObjectRef, String> blamed) {
        super(message);
        this.kind = kind;
        this.code = code;
        this.blamed = blamed;
    }

    DeviceException(FailureKind kind, String message) {
        this(kind, "", message, Map.of());
    }

    /**
     * The device did not answer.
     *
     * @param change whether it may have changed something all the same
     */
    DeviceException(NoAnswerException cause, boolean change) {
        super(cause.getMessage(), cause);
        this.kind = cause.sent() && !change ? FailureKind.UNREACHABLE : cause.kind();
        this.code = "";
        this.blamed = Map.of();
    }

    /** As what became of a change. */
    Outcome.Failed outcome() {
        StateAfter after = kind == FailureKind.TIMEOUT_UNKNOWN ? StateAfter.UNKNOWN : StateAfter.UNCHANGED;
        return new Outcome.Failed(kind, code, getMessage(), blamed, after);
    }

    /** As a failed read. */
    DeviceReadException reading() {
        return new DeviceReadException(kind, getMessage(), this);
    }
}
