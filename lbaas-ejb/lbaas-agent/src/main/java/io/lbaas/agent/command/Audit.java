package io.lbaas.agent.command;

import io.lbaas.driver.spi.DeviceReadException;
import io.lbaas.driver.spi.Inventory;
import io.lbaas.driver.spi.LoadBalancerDriver;
import io.lbaas.message.AuditReport;
import io.lbaas.message.AuditReport.Difference;
import io.lbaas.message.AuditReport.Kind;
import io.lbaas.message.AuditScope;
import io.lbaas.message.AuditScope.Expectation;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Compares what a device has with what it should have: first by generations and digests, which it lists at once, and then,
 * while there is time, looks at each load balancer, which alone shows what was changed by hand.
 */
final class Audit {
    private final AuditScope scope;
    private final List<Difference> differences = new ArrayList<>();
    private final List<UUID> unseen = new ArrayList<>();

    private Audit(AuditScope scope) {
        this.scope = scope;
    }

    /**
     * Looks at a device.
     *
     * @param deadline when to stop looking at single load balancers
     */
    static AuditReport of(LoadBalancerDriver driver, AuditScope scope, Instant deadline) throws DeviceReadException {
        Map<UUID, Inventory.Entry> listed = driver.list().entries().stream()
                .filter(entry -> scope.covers(entry.loadBalancerId()))
                .collect(Collectors.toMap(Inventory.Entry::loadBalancerId, Function.identity()));
        Audit audit = new Audit(scope);
        audit.compare(listed);
        audit.look(driver, listed, deadline);
        List<UUID> tombstones = listed.values().stream()
                .filter(Inventory.Entry::tombstone)
                .<UUID>map(Inventory.Entry::loadBalancerId)
                .toList();
        return new AuditReport(scope.from(), scope.to(), audit.differences, audit.unseen, tombstones);
    }

    private void compare(Map<UUID, Inventory.Entry> listed) {
        Map<UUID, Expectation> expected =
                scope.expected().stream().collect(Collectors.toMap(Expectation::loadBalancerId, Function.identity()));
        expected.values().forEach(wanted -> compare(wanted, listed.get(wanted.loadBalancerId())));
        listed.values().stream()
                .filter(entry -> !entry.tombstone() && !expected.containsKey(entry.loadBalancerId()))
                .forEach(entry -> differences.add(new Difference(
                        entry.loadBalancerId(), Kind.ORPHAN, 0, entry.generation(), "Nobody asked for it here")));
    }

    /** What is newer than expected may have been changed since, which the plugin knows. */
    private void compare(Expectation wanted, Inventory.Entry found) {
        if (found == null || (found.tombstone() && found.generation() <= wanted.generation())) {
            if (wanted.present()) {
                difference(
                        wanted, Kind.MISSING, found == null ? 0 : found.generation(), "The device has nothing of it");
            }
        } else if (!wanted.present() && !found.tombstone()) {
            difference(wanted, Kind.ORPHAN, found.generation(), "The device should not have it");
        } else if (found.generation() != wanted.generation()) {
            String words = "The device has generation " + found.generation() + " instead of " + wanted.generation();
            difference(wanted, Kind.DIFFERENT, found.generation(), words);
        } else if (wanted.digest() != null && !wanted.digest().equals(found.digest())) {
            String words = "The device has another configuration of generation " + wanted.generation();
            difference(wanted, Kind.DIFFERENT, found.generation(), words);
        }
    }

    /** In no order, so that the next audit gets to what this one has no time for. */
    private void look(LoadBalancerDriver driver, Map<UUID, Inventory.Entry> listed, Instant deadline)
            throws DeviceReadException {
        Set<UUID> known = differences.stream().map(Difference::loadBalancerId).collect(Collectors.toSet());
        List<Expectation> candidates = new ArrayList<>(scope.expected().stream()
                .filter(Expectation::present)
                .filter(wanted -> listed.containsKey(wanted.loadBalancerId()))
                .filter(wanted -> !known.contains(wanted.loadBalancerId()))
                .toList());
        Collections.shuffle(candidates);
        for (Expectation wanted : candidates) {
            if (Instant.now().isAfter(deadline)) {
                unseen.add(wanted.loadBalancerId());
            } else if (!driver.observe(wanted.loadBalancerId()).intact()) {
                difference(wanted, Kind.ALTERED, wanted.generation(), "It was changed on the device by somebody else");
            }
        }
    }

    private void difference(Expectation wanted, Kind kind, long found, String message) {
        differences.add(new Difference(wanted.loadBalancerId(), kind, wanted.generation(), found, message));
    }
}
