package io.lbaas.plugin.tree;

import io.lbaas.driver.spi.FailureKind;
import io.lbaas.message.Operation;
import io.lbaas.message.Result;
import io.lbaas.message.Result.Blame;
import io.lbaas.message.Result.Failure;
import io.lbaas.model.DesiredLoadBalancer;
import io.lbaas.model.ObjectRef;
import io.lbaas.model.ObjectType;
import io.lbaas.plugin.Results;
import io.lbaas.plugin.tree.ModelWorld.Order;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** A device as drivers have to make theirs look: level-triggered, by generations, all or nothing. */
final class ModelDevice {

    /** What this device does not like in a listener's limit and a member's weight; nor does it like other things that are off. */
    static final int BAD = 13;

    private final boolean blames;
    private long generation;
    private Optional<DesiredLoadBalancer> content = Optional.empty();

    ModelDevice(boolean blames) {
        this.blames = blames;
    }

    long generation() {
        return generation;
    }

    Optional<DesiredLoadBalancer> content() {
        return content;
    }

    Result carryOut(UUID id, Order order) {
        Operation operation = order.desired().isPresent() ? Operation.APPLY : Operation.REMOVE;
        if (order.generation() < generation) {
            return failed(operation, id, order, FailureKind.STALE_GENERATION, List.of());
        }
        if (order.generation() == generation && !order.desired().equals(content)) {
            throw new AssertionError("Generation " + generation + " has two contents");
        }
        List<Blame> faults = order.desired().map(ModelDevice::faults).orElse(List.of());
        if (!faults.isEmpty()) {
            return failed(operation, id, order, FailureKind.DEVICE_REFUSED, blames ? faults : List.of());
        }
        generation = order.generation();
        content = order.desired();
        return Results.success(operation, id, generation);
    }

    static Result unreachable(UUID id, Order order) {
        Operation operation = order.desired().isPresent() ? Operation.APPLY : Operation.REMOVE;
        return failed(operation, id, order, FailureKind.UNREACHABLE, List.of());
    }

    private static Result failed(Operation operation, UUID id, Order order, FailureKind kind, List<Blame> faults) {
        return Results.result(operation, id, order.generation(), new Failure(kind, "", "no", faults), Map.of());
    }

    private static List<Blame> faults(DesiredLoadBalancer desired) {
        var faults = new ArrayList<Blame>();
        desired.listeners().stream()
                .filter(listener -> listener.spec().connectionLimit() == BAD)
                .forEach(listener -> faults.add(blame(ObjectType.LISTENER, listener.id())));
        desired.listeners().stream()
                .flatMap(listener -> listener.l7Policies().stream())
                .forEach(policy -> {
                    if (!policy.spec().adminStateUp()) {
                        faults.add(blame(ObjectType.L7_POLICY, policy.id()));
                    }
                    policy.rules().stream()
                            .filter(rule -> !rule.spec().adminStateUp())
                            .forEach(rule -> faults.add(blame(ObjectType.L7_RULE, rule.id())));
                });
        desired.pools().forEach(pool -> {
            pool.members().stream()
                    .filter(member -> member.spec().weight() == BAD)
                    .forEach(member -> faults.add(blame(ObjectType.MEMBER, member.id())));
            if (!pool.spec().adminStateUp()) {
                faults.add(blame(ObjectType.POOL, pool.id()));
            }
        });
        return faults;
    }

    private static Blame blame(ObjectType type, UUID id) {
        return new Blame(new ObjectRef(type, id), "bad");
    }
}
