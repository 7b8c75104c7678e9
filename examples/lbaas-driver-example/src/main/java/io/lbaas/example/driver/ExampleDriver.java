package io.lbaas.example.driver;

import io.lbaas.driver.spi.Change;
import io.lbaas.driver.spi.DeviceReadException;
import io.lbaas.driver.spi.DeviceReport;
import io.lbaas.driver.spi.DriverInfo;
import io.lbaas.driver.spi.FailureKind;
import io.lbaas.driver.spi.HealthBatch;
import io.lbaas.driver.spi.Inventory;
import io.lbaas.driver.spi.LoadBalancerDriver;
import io.lbaas.driver.spi.ObservedLoadBalancer;
import io.lbaas.driver.spi.Outcome;
import io.lbaas.driver.spi.StateAfter;
import io.lbaas.driver.spi.StatsBatch;
import io.lbaas.driver.spi.StatsBatch.Counters;
import io.lbaas.driver.spi.ValidationReport;
import io.lbaas.model.DesiredLoadBalancer;
import io.lbaas.model.OperatingStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/** Drives one appliance. It keeps nothing between two calls: what is to be remembered is on the device. */
final class ExampleDriver implements LoadBalancerDriver {
    /** How long the device may take for what has no deadline of its own. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Session session;

    ExampleDriver(Session session) {
        this.session = session;
    }

    @Override
    public DriverInfo info() {
        return new DriverInfo("example", "1.0", Support.CAPABILITIES);
    }

    @Override
    public DeviceReport probe() {
        try {
            ask("LIST");
            return new DeviceReport(true, "Example appliance", "", Support.CAPABILITIES);
        } catch (DeviceReadException e) {
            return new DeviceReport(false, "", e.getMessage(), Support.CAPABILITIES);
        }
    }

    @Override
    public ValidationReport validate(DesiredLoadBalancer desired) {
        return Support.check(desired);
    }

    @Override
    public List<Outcome> apply(List<Change> changes) {
        return changes.stream()
                .map(change -> change instanceof Change.Apply apply ? put(apply) : delete((Change.Remove) change))
                .toList();
    }

    private Outcome put(Change.Apply change) {
        ValidationReport report = validate(change.desired());
        if (!report.acceptable()) {
            return new Outcome.Failed(
                    FailureKind.UNSUPPORTED, "", "Not supported", report.problems(), StateAfter.UNCHANGED);
        }
        Configuration wanted = Configuration.of(change.desired());
        String command = "PUT " + change.loadBalancerId() + " " + change.generation() + " " + wanted.digest();
        List<String> request =
                Stream.concat(Stream.of(command), wanted.lines().stream()).toList();
        return make(request, change, wanted.digest(), wanted.status());
    }

    private Outcome delete(Change.Remove change) {
        String command = "DELETE " + change.loadBalancerId() + " " + change.generation();
        return make(List.of(command), change, "", Map.of());
    }

    private Outcome make(List<String> request, Change change, String digest, Map<UUID, OperatingStatus> status) {
        try {
            session.ask(request, change.deadline());
            return new Outcome.Completed(change.generation(), digest, status);
        } catch (ApplianceException e) {
            return e.outcome();
        }
    }

    @Override
    public void forget(Collection<UUID> loadBalancerIds) {
        try {
            for (UUID id : loadBalancerIds) {
                session.ask(List.of("FORGET " + id), Instant.now().plus(PATIENCE));
            }
        } catch (ApplianceException e) {
            // The next audit finds what is left.
        }
    }

    @Override
    public Inventory list() throws DeviceReadException {
        return new Inventory(ask("LIST").stream()
                .map(line -> line.split(" ", 3))
                .map(words -> new Inventory.Entry(
                        UUID.fromString(words[0]), Long.parseLong(words[1]), words[2], words[2].isEmpty()))
                .toList());
    }

    @Override
    public ObservedLoadBalancer observe(UUID loadBalancerId) throws DeviceReadException {
        List<String> known = ask("GET " + loadBalancerId);
        String[] head = known.get(0).split(" ", 2);
        boolean present = !head[1].isEmpty();
        boolean intact = !present || configuration(known).digest().equals(head[1]);
        return new ObservedLoadBalancer(present, Long.parseLong(head[0]), head[1], intact);
    }

    @Override
    public StatsBatch stats(Collection<UUID> loadBalancerIds) throws DeviceReadException {
        Map<UUID, Counters> counters = new HashMap<>();
        for (UUID id : loadBalancerIds) {
            for (var listener : configuration(ask("GET " + id)).listeners().entrySet()) {
                List<String> request = new ArrayList<>(List.of("CONNECTIONS"));
                request.addAll(listener.getValue());
                long total = ask(request).stream().mapToLong(Long::parseLong).sum();
                counters.put(listener.getKey(), new Counters(0, 0, 0, total, 0));
            }
        }
        return new StatsBatch("", counters);
    }

    @Override
    public HealthBatch health(Collection<UUID> loadBalancerIds) throws DeviceReadException {
        Map<UUID, OperatingStatus> health = new HashMap<>();
        for (UUID id : loadBalancerIds) {
            health.putAll(configuration(ask("GET " + id)).status());
        }
        return new HealthBatch(health);
    }

    @Override
    public void close() {
        // Nothing is open between two calls.
    }

    private static Configuration configuration(List<String> known) {
        return new Configuration(known.subList(1, known.size()));
    }

    private List<String> ask(String command) throws DeviceReadException {
        return ask(List.of(command));
    }

    private List<String> ask(List<String> request) throws DeviceReadException {
        try {
            return session.ask(request, Instant.now().plus(PATIENCE));
        } catch (ApplianceException e) {
            throw e.unread();
        }
    }
}
