package io.lbaas.plugin;

import io.lbaas.driver.spi.FailureKind;
import io.lbaas.message.Operation;
import io.lbaas.message.Result;
import io.lbaas.message.Result.Blame;
import io.lbaas.message.Result.Failure;
import io.lbaas.model.ObjectRef;
import io.lbaas.model.OperatingStatus;
import io.lbaas.plugin.entity.Provisioned;
import java.util.Arrays;
import java.util.Map;
import java.util.UUID;

/** What an agent may report. */
public final class Results {

    private Results() {}

    public static Result success(Operation operation, UUID loadBalancerId, long generation) {
        return result(operation, loadBalancerId, generation, null, Map.of());
    }

    public static Result failure(UUID loadBalancerId, long generation, FailureKind kind, Provisioned<?>... blamed) {
        var blames = Arrays.stream(blamed)
                .map(object -> new Blame(new ObjectRef(object.type(), object.id()), "bad " + object.id()))
                .toList();
        return result(Operation.APPLY, loadBalancerId, generation, new Failure(kind, "", "no", blames), Map.of());
    }

    public static Result result(
            Operation operation,
            UUID loadBalancerId,
            long generation,
            Failure failure,
            Map<UUID, OperatingStatus> statuses) {
        return of(UUID.randomUUID(), operation, loadBalancerId, generation, failure, statuses);
    }

    /** The report on a device. */
    public static Result of(
            UUID deviceId,
            Operation operation,
            UUID loadBalancerId,
            long generation,
            Failure failure,
            Map<UUID, OperatingStatus> statuses) {
        return new Result(
                operation,
                deviceId,
                loadBalancerId,
                generation,
                failure == null ? "digest of " + generation : null,
                failure,
                statuses,
                null,
                null,
                null,
                "agent",
                Samples.DEADLINE,
                Samples.NOW,
                Samples.NOW,
                Samples.NOW,
                0);
    }
}
