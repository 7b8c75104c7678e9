package io.lbaas.plugin.move;

import io.lbaas.driver.spi.FailureKind;
import io.lbaas.message.Command;
import io.lbaas.message.Operation;
import io.lbaas.message.Result;
import io.lbaas.message.Result.Failure;
import io.lbaas.model.DesiredLoadBalancer;
import io.lbaas.plugin.Results;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** A device as drivers have to make theirs look, which remembers what it was given and what it removed. */
final class ModelDevice {

    /** What is known of a load balancer; without content it is a tombstone. */
    private record Known(long generation, Optional<DesiredLoadBalancer> content) {}

    private final Map<UUID, Known> known = new HashMap<>();
    private boolean up = true;
    private FailureKind refusal;
    private ModelDevice rival;

    void up(boolean answers) {
        up = answers;
    }

    boolean up() {
        return up;
    }

    /** How it answers to load balancers that it does not have; null to take them. */
    void refuse(FailureKind kind) {
        refusal = kind;
    }

    /** It cannot have the addresses of what that device still has. */
    void shareAddressesWith(ModelDevice other) {
        rival = other;
    }

    boolean refuses() {
        return refusal != null;
    }

    Set<UUID> present() {
        return known.entrySet().stream()
                .filter(entry -> entry.getValue().content().isPresent())
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    /** The addresses of all that it has, as often as it has them. */
    List<String> addresses() {
        return known.values().stream()
                .flatMap(each -> each.content().stream())
                .flatMap(content -> content.vipAddresses().stream())
                .toList();
    }

    Result carryOut(Command command) {
        UUID id = command.loadBalancerId();
        Optional<DesiredLoadBalancer> wanted = Optional.ofNullable(command.desired());
        Known before = known.getOrDefault(id, new Known(0, Optional.empty()));
        boolean dead = before.generation() > 0 && before.content().isEmpty() && wanted.isPresent();
        if (!up) {
            return answer(command, FailureKind.UNREACHABLE);
        }
        if (command.generation() < before.generation() + (dead ? 1 : 0)) {
            return answer(command, FailureKind.STALE_GENERATION);
        }
        if (wanted.isPresent() && before.content().isEmpty() && refusal != null) {
            return answer(command, refusal);
        }
        if (wanted.isPresent() && rival != null && rival.present().contains(id)) {
            return answer(command, FailureKind.CONFLICT);
        }
        known.put(id, new Known(command.generation(), wanted));
        return answer(command, null);
    }

    private static Result answer(Command command, FailureKind kind) {
        return Results.of(
                command.device().deviceId(),
                command.desired() == null ? Operation.REMOVE : Operation.APPLY,
                command.loadBalancerId(),
                command.generation(),
                kind == null ? null : new Failure(kind, "", "no", List.of()),
                Map.of());
    }
}
