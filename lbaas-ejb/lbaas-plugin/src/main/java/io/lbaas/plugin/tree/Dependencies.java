package io.lbaas.plugin.tree;

import io.lbaas.plugin.entity.Child;
import io.lbaas.plugin.entity.L7Policy;
import io.lbaas.plugin.entity.L7Rule;
import io.lbaas.plugin.entity.LoadBalancer;
import io.lbaas.plugin.entity.PoolChild;
import io.lbaas.plugin.entity.Provisioned;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** Which objects of a load balancer belong to each other, and which cannot be on a device without each other. */
final class Dependencies {

    private final LoadBalancer root;
    private final Map<UUID, Child<?>> children;

    /** Of these children, as they come and go. */
    Dependencies(LoadBalancer root, Map<UUID, Child<?>> children) {
        this.root = root;
        this.children = children;
    }

    /** The objects that this one belongs to, the nearest first. */
    Stream<Provisioned<?>> owners(Provisioned<?> object) {
        return Stream.<Provisioned<?>>iterate(object, Objects::nonNull, this::owner)
                .skip(1);
    }

    /** What belongs to an object and goes with it. */
    Stream<Child<?>> beneath(Provisioned<?> object) {
        if (object == root) {
            return children.values().stream();
        }
        return alone(object)
                ? Stream.empty()
                : children.values().stream().filter(child -> owners(child).anyMatch(owner -> owner == object));
    }

    /** The objects without which this one is not on the device: its owners, and what it or they redirect to. */
    Stream<Provisioned<?>> above(Provisioned<?> object) {
        return Stream.concat(Stream.of(object), owners(object))
                .flatMap(each -> Stream.concat(Stream.of(each), target(each).stream()))
                .skip(1);
    }

    /** The objects that are not on the device without this one. */
    Stream<Child<?>> dependents(Provisioned<?> object) {
        return alone(object)
                ? Stream.empty()
                : children.values().stream().filter(child -> above(child).anyMatch(each -> each == object));
    }

    private Provisioned<?> owner(Provisioned<?> object) {
        if (object instanceof Child<?> child) {
            return child.ownerId().equals(root.id()) ? root : children.get(child.ownerId());
        }
        return null;
    }

    /** The pool that a policy cannot do without. */
    private Optional<Child<?>> target(Provisioned<?> object) {
        return object instanceof L7Policy policy
                ? Optional.ofNullable(policy.desired().orElse(policy.spec()).redirectPoolId())
                        .map(children::get)
                : Optional.empty();
    }

    /** Whether nothing can depend on an object, as is so of most. */
    private static boolean alone(Provisioned<?> object) {
        return object instanceof PoolChild<?> || object instanceof L7Rule;
    }
}
