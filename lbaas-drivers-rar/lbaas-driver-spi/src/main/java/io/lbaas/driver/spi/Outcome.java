package io.lbaas.driver.spi;

import io.lbaas.model.ObjectRef;
import io.lbaas.model.OperatingStatus;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;

/** What became of a change. */
public sealed interface Outcome {

    /**
     * The device is as asked.
     *
     * @param generation the generation that the device now has
     * @param digest of the configuration on the device, for drift audits
     * @param operatingStatus what is known at once of the objects' operating status, by id; may be empty
     */
    record Completed(long generation, String digest, Map<UUID, OperatingStatus> operatingStatus) implements Outcome {}

    /**
     * The device works on it.
     *
     * @param token survives a restart of the agent
     * @param pollAfter when to ask next
     */
    record Pending(OperationToken token, Duration pollAfter) implements Outcome {}

    /**
     * The device is not as asked.
     *
     * @param code the vendor's code, or empty
     * @param message the vendor's own words, without secrets
     * @param blamed the objects at fault with the words for each, empty where the device does not tell
     */
    record Failed(FailureKind kind, String code, String message, Map<ObjectRef, String> blamed, StateAfter stateAfter)
            implements Outcome {

        /** A failure that changed nothing on the device and blames no object. */
        public static Failed of(FailureKind kind, String message) {
            return new Failed(kind, "", message, Map.of(), StateAfter.UNCHANGED);
        }
    }
}
