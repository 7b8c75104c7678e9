package io.lbaas.plugin.api;

import jakarta.ejb.Local;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** What devices have that is not as they were told to have it. Every method may throw {@link Fault} NOT_FOUND. */
@Local
public interface Audits {

    /** What is done about differences. */
    enum DriftPolicy {
        /** They are told, and repaired. */
        REPAIR,
        /** They are told only. */
        REPORT
    }

    /**
     * What an operator says of a device's audits.
     *
     * @param policy what is done about differences
     */
    record AuditRequest(@NotNull DriftPolicy policy) {}

    /**
     * One load balancer that was not as it should be.
     *
     * @param kind MISSING, DIFFERENT, ALTERED or ORPHAN
     * @param expectedGeneration what the device should have, 0 for nothing
     * @param foundGeneration what it had, 0 for nothing
     * @param foundAt when it was seen first
     * @param seenAt when it was seen last
     * @param repairedAt when the device was last told again; null where it was not
     * @param endedAt when it was not seen any more; null where it still was by the last audit
     */
    record Difference(
            UUID loadBalancerId,
            String kind,
            long expectedGeneration,
            long foundGeneration,
            String message,
            Instant foundAt,
            Instant seenAt,
            Instant repairedAt,
            Instant endedAt) {}

    /**
     * What is known by audits of a device.
     *
     * @param auditedAt when the last audit looked; null where none did
     * @param message why the last audit could not look; null where it could
     * @param differences the open ones first, then the latest; at most a hundred
     */
    record Audit(UUID deviceId, DriftPolicy policy, Instant auditedAt, String message, List<Difference> differences) {}

    Audit audit(UUID deviceId);

    /** Sets what is done about differences from now on. */
    Audit change(Caller caller, UUID deviceId, AuditRequest request);

    /** Has a device audited now. */
    void begin(Caller caller, UUID deviceId);
}
