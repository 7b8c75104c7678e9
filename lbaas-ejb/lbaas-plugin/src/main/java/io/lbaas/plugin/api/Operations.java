package io.lbaas.plugin.api;

import io.lbaas.model.ObjectType;
import jakarta.ejb.Local;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** The record of accepted changes, newest first. */
@Local
public interface Operations {

    /** What was done to an object. */
    enum Action {
        CREATE,
        UPDATE,
        DELETE,
        FAILOVER,
        /** An audit found it otherwise on its device. */
        REPAIR,
        /** It was moved because its device is being evacuated. */
        EVACUATE
    }

    /** How a change ended. */
    enum Status {
        PENDING,
        SUCCEEDED,
        FAILED
    }

    /**
     * One accepted change. The six steps follow the workflow of a write; a step that was not reached is null.
     *
     * @param reason why it failed, in the device's words; null otherwise
     * @param validatedAt the request was found good
     * @param enqueuedAt row and command were handed to the transaction
     * @param takenAt an agent took the command
     * @param appliedAt the driver had answered
     * @param reportedAt the agent sent the result
     * @param settledAt the plugin settled the objects
     */
    record Entry(
            UUID id,
            String requestId,
            String user,
            String projectId,
            Action action,
            ObjectType objectType,
            UUID objectId,
            UUID loadBalancerId,
            long generation,
            Status status,
            String reason,
            Instant validatedAt,
            Instant enqueuedAt,
            Instant takenAt,
            Instant appliedAt,
            Instant reportedAt,
            Instant settledAt) {}

    /**
     * Which changes are wanted; what is null does not matter.
     *
     * @param objectId an object that they are about; of a load balancer, also what is or was beneath it
     * @param limit at most so many, 0 for all
     * @param marker only what is older than this one
     */
    record Question(String projectId, UUID objectId, String requestId, int limit, UUID marker) {}

    /**
     * The changes wanted, newest first, also of objects that are gone.
     *
     * @throws Fault INVALID where the marker is no change
     */
    List<Entry> list(Question question);
}
