package io.lbaas.message;

import io.lbaas.driver.spi.DeviceSpec;
import io.lbaas.driver.spi.OperationToken;
import io.lbaas.model.DesiredLoadBalancer;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/**
 * An order to an agent.
 *
 * @param loadBalancerId the load balancer meant; null with what is periodic
 * @param generation of the load balancer; 0 with what is periodic
 * @param desired the whole tree; with APPLY, and with a POLL that follows one
 * @param token what to ask after; with POLL only
 * @param loadBalancerIds that are asked about; with HEALTH, STATS and FORGET only
 * @param audit with AUDIT only
 * @param deadline when to give up and report the failure
 * @param attempt 0 at first, and one more each time that an agent put the command back
 * @param requestId of the API request that caused it, for logs
 * @param sealed ciphertext of the TLS material that the tree refers to, by reference; what other stores keep is left out
 */
public record Command(
        Operation operation,
        DeviceSpec device,
        UUID loadBalancerId,
        long generation,
        DesiredLoadBalancer desired,
        OperationToken token,
        List<UUID> loadBalancerIds,
        AuditScope audit,
        Instant deadline,
        int attempt,
        String requestId,
        Map<String, String> sealed) {

    public Command {
        Objects.requireNonNull(operation, "operation");
        Objects.requireNonNull(device, "device");
        Objects.requireNonNull(deadline, "deadline");
        loadBalancerIds = List.copyOf(loadBalancerIds);
        sealed = sealed == null ? Map.of() : Map.copyOf(sealed);
        if (operation == Operation.APPLY) {
            Objects.requireNonNull(desired, "desired");
        }
        if (operation == Operation.POLL) {
            Objects.requireNonNull(token, "token");
        }
        if (operation == Operation.AUDIT) {
            Objects.requireNonNull(audit, "audit");
        }
        if (!operation.periodic()) {
            Objects.requireNonNull(loadBalancerId, "loadBalancerId");
        }
        if (desired != null && !desired.id().equals(loadBalancerId)) {
            throw new IllegalArgumentException("The tree is of load balancer " + desired.id());
        }
    }

    public static Command apply(
            DeviceSpec device, DesiredLoadBalancer desired, long generation, Instant deadline, String requestId) {
        return change(Operation.APPLY, device, desired.id(), generation, desired, deadline, requestId);
    }

    public static Command remove(
            DeviceSpec device, UUID loadBalancerId, long generation, Instant deadline, String requestId) {
        return change(Operation.REMOVE, device, loadBalancerId, generation, null, deadline, requestId);
    }

    public static Command probe(DeviceSpec device, Instant deadline, String requestId) {
        return question(Operation.PROBE, device, List.of(), null, deadline, requestId);
    }

    public static Command health(DeviceSpec device, List<UUID> loadBalancerIds, Instant deadline, String requestId) {
        return question(Operation.HEALTH, device, loadBalancerIds, null, deadline, requestId);
    }

    public static Command stats(DeviceSpec device, List<UUID> loadBalancerIds, Instant deadline, String requestId) {
        return question(Operation.STATS, device, loadBalancerIds, null, deadline, requestId);
    }

    public static Command audit(DeviceSpec device, AuditScope scope, Instant deadline, String requestId) {
        return question(Operation.AUDIT, device, List.of(), scope, deadline, requestId);
    }

    public static Command forget(DeviceSpec device, List<UUID> loadBalancerIds, Instant deadline, String requestId) {
        return question(Operation.FORGET, device, loadBalancerIds, null, deadline, requestId);
    }

    /** The same order with TLS material. */
    public Command withSealed(Map<String, String> ciphertexts) {
        return with(operation, token, attempt, ciphertexts);
    }

    /** The same order, to be tried again. */
    public Command again() {
        return with(operation, token, attempt + 1, sealed);
    }

    /** What was ordered in the first place, to be tried again. */
    public Command anew() {
        return with(ordered(), null, attempt + 1, sealed);
    }

    /** What was ordered in the first place: a POLL carries the tree of an APPLY, and none of a REMOVE. */
    public Operation ordered() {
        if (operation != Operation.POLL) {
            return operation;
        }
        return desired == null ? Operation.REMOVE : Operation.APPLY;
    }

    /** Asks after this order, which the device had not finished. */
    public Command poll(OperationToken pending) {
        return with(Operation.POLL, pending, attempt + 1, sealed);
    }

    private static Command change(
            Operation operation,
            DeviceSpec device,
            UUID loadBalancerId,
            long generation,
            DesiredLoadBalancer desired,
            Instant deadline,
            String requestId) {
        return new Command(
                operation,
                device,
                loadBalancerId,
                generation,
                desired,
                null,
                List.of(),
                null,
                deadline,
                0,
                requestId,
                Map.of());
    }

    private static Command question(
            Operation operation,
            DeviceSpec device,
            List<UUID> loadBalancerIds,
            AuditScope audit,
            Instant deadline,
            String requestId) {
        return new Command(
                operation, device, null, 0, null, null, loadBalancerIds, audit, deadline, 0, requestId, Map.of());
    }

    private Command with(
            Operation otherOperation, OperationToken otherToken, int otherAttempt, Map<String, String> otherSealed) {
        return new Command(
                otherOperation,
                device,
                loadBalancerId,
                generation,
                desired,
                otherToken,
                loadBalancerIds,
                audit,
                deadline,
                otherAttempt,
                requestId,
                otherSealed);
    }
}
