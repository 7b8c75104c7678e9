package io.lbaas.message;

import io.lbaas.driver.spi.DeviceReport;
import io.lbaas.driver.spi.FailureKind;
import io.lbaas.driver.spi.StatsBatch;
import io.lbaas.model.ObjectRef;
import io.lbaas.model.OperatingStatus;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/**
 * What an agent reports of a command.
 *
 * @param operation the command's; for a POLL that of the order it asked after (APPLY or REMOVE)
 * @param loadBalancerId null with what is periodic
 * @param generation that the result settles; 0 with what is periodic
 * @param digest of the configuration that the device has of that generation, for audits; empty where it has none, null
 *     where it is not known
 * @param failure null where the device is as asked
 * @param operatingStatus what is known of the objects, by id; never null
 * @param report with PROBE only
 * @param stats with STATS only
 * @param audit with AUDIT only
 * @param agent the name of the agent
 * @param deadline the command's; of two readings that were asked for at different times, the newer has the later one
 * @param takenAt when the agent took the command
 * @param appliedAt when the driver had answered
 * @param reportedAt when the result was sent
 * @param attempt 0 at first, and one more each time the plugin put the result back
 */
public record Result(
        Operation operation,
        UUID deviceId,
        UUID loadBalancerId,
        long generation,
        String digest,
        Failure failure,
        Map<UUID, OperatingStatus> operatingStatus,
        DeviceReport report,
        StatsBatch stats,
        AuditReport audit,
        String agent,
        Instant deadline,
        Instant takenAt,
        Instant appliedAt,
        Instant reportedAt,
        int attempt) {

    public Result {
        Objects.requireNonNull(operation, "operation");
        Objects.requireNonNull(deviceId, "deviceId");
        operatingStatus = Map.copyOf(operatingStatus);
    }

    /**
     * Why the device is not as asked.
     *
     * @param message in the vendor's own words
     * @param blamed the objects at fault; empty where the device did not tell
     */
    public record Failure(FailureKind kind, String code, String message, List<Blame> blamed) {}

    /** One object that the device refused, and its words for it. */
    public record Blame(ObjectRef object, String message) {}

    public boolean succeeded() {
        return failure == null;
    }

    /** The same report, to be read again later. */
    public Result again() {
        return new Result(
                operation,
                deviceId,
                loadBalancerId,
                generation,
                digest,
                failure,
                operatingStatus,
                report,
                stats,
                audit,
                agent,
                deadline,
                takenAt,
                appliedAt,
                reportedAt,
                attempt + 1);
    }
}
