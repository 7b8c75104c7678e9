package io.lbaas.agent;

import io.lbaas.driver.spi.Capabilities;
import io.lbaas.driver.spi.Change;
import io.lbaas.driver.spi.DeviceReadException;
import io.lbaas.driver.spi.DeviceReport;
import io.lbaas.driver.spi.DriverInfo;
import io.lbaas.driver.spi.FailureKind;
import io.lbaas.driver.spi.HealthBatch;
import io.lbaas.driver.spi.Inventory;
import io.lbaas.driver.spi.LoadBalancerDriver;
import io.lbaas.driver.spi.ObservedLoadBalancer;
import io.lbaas.driver.spi.OperationToken;
import io.lbaas.driver.spi.Outcome;
import io.lbaas.driver.spi.StatsBatch;
import io.lbaas.driver.spi.StatsBatch.Counters;
import io.lbaas.driver.spi.TlsSupport;
import io.lbaas.driver.spi.ValidationReport;
import io.lbaas.model.DesiredLoadBalancer;
import io.lbaas.model.OperatingStatus;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A device that keeps what it is told by the rules of the driver SPI, unless a test tells it to do otherwise. */
public final class FakeDevice implements LoadBalancerDriver {
    private static final Capabilities NONE = new Capabilities(
            Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), Capabilities.L7.NONE, TlsSupport.NONE, true);

    private final Map<UUID, Change> kept = new ConcurrentHashMap<>();
    private final Set<UUID> altered = ConcurrentHashMap.newKeySet();
    private final List<List<Change>> batches = new CopyOnWriteArrayList<>();
    private boolean unreadable;
    private final AtomicInteger atOnce = new AtomicInteger();
    private volatile int mostAtOnce;
    private volatile Function<Change, Outcome> obstacle = change -> null;
    private volatile Function<OperationToken, Outcome> polled = token -> null;

    /** What happens to a change instead of its being made; null for nothing. */
    public void obstruct(Function<Change, Outcome> instead) {
        obstacle = instead;
    }

    public void answerPolls(Function<OperationToken, Outcome> answer) {
        polled = answer;
    }

    /** Every call of {@link #apply}, in order. */
    public List<List<Change>> batches() {
        return batches;
    }

    /** How many changes of the configuration ran at the same time. */
    public int mostAtOnce() {
        return mostAtOnce;
    }

    /** The newest change of a load balancer that was made. */
    public Change kept(UUID loadBalancerId) {
        return kept.get(loadBalancerId);
    }

    /** Makes a change as if by someone else. */
    public void keep(Change change) {
        kept.put(change.loadBalancerId(), change);
    }

    @Override
    public List<Outcome> apply(List<Change> changes) {
        mostAtOnce = Math.max(mostAtOnce, atOnce.incrementAndGet());
        try {
            batches.add(List.copyOf(changes));
            return changes.stream().map(this::make).collect(Collectors.toList());
        } finally {
            atOnce.decrementAndGet();
        }
    }

    private Outcome make(Change change) {
        Outcome instead = obstacle.apply(change);
        if (instead != null) {
            return instead;
        }
        Change before = kept.get(change.loadBalancerId());
        boolean dead = before instanceof Change.Remove && change instanceof Change.Apply;
        if (before != null && change.generation() < before.generation() + (dead ? 1 : 0)) {
            return Outcome.Failed.of(FailureKind.STALE_GENERATION, "stale");
        }
        keep(change);
        return new Outcome.Completed(change.generation(), "digest", Map.of());
    }

    @Override
    public Outcome poll(OperationToken token) {
        return polled.apply(token);
    }

    /** Answers no read any more. */
    public void beUnreadable() {
        unreadable = true;
    }

    private void requireReadable() throws DeviceReadException {
        if (unreadable) {
            throw new DeviceReadException(FailureKind.UNREACHABLE, "no answer");
        }
    }

    @Override
    public ObservedLoadBalancer observe(UUID loadBalancerId) throws DeviceReadException {
        requireReadable();
        Change change = kept.get(loadBalancerId);
        return change == null
                ? new ObservedLoadBalancer(false, 0, "", true)
                : new ObservedLoadBalancer(
                        change instanceof Change.Apply,
                        change.generation(),
                        "digest",
                        !altered.contains(loadBalancerId));
    }

    @Override
    public DriverInfo info() {
        return new DriverInfo("fake", "1", NONE);
    }

    @Override
    public DeviceReport probe() {
        return new DeviceReport(true, "fake 1", "", NONE);
    }

    @Override
    public ValidationReport validate(DesiredLoadBalancer desired) {
        return new ValidationReport(Map.of());
    }

    @Override
    public Inventory list() {
        return new Inventory(kept.values().stream()
                .map(change -> new Inventory.Entry(
                        change.loadBalancerId(),
                        change.generation(),
                        change instanceof Change.Apply ? "digest" : "",
                        change instanceof Change.Remove))
                .toList());
    }

    /** Changes what is kept as if by hand. */
    public void alter(UUID loadBalancerId) {
        altered.add(loadBalancerId);
    }

    @Override
    public void forget(Collection<UUID> loadBalancerIds) {
        kept.values()
                .removeIf(
                        change -> change instanceof Change.Remove && loadBalancerIds.contains(change.loadBalancerId()));
    }

    @Override
    public StatsBatch stats(Collection<UUID> loadBalancerIds) {
        return new StatsBatch(
                "epoch",
                loadBalancerIds.stream().collect(Collectors.toMap(id -> id, id -> new Counters(1, 2, 3, 4, 5))));
    }

    @Override
    public HealthBatch health(Collection<UUID> loadBalancerIds) throws DeviceReadException {
        requireReadable();
        return new HealthBatch(
                loadBalancerIds.stream().collect(Collectors.toMap(id -> id, id -> OperatingStatus.ONLINE)));
    }

    @Override
    public void close() {
        // The device stays.
    }
}
