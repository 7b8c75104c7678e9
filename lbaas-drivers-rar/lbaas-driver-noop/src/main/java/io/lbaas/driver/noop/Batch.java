package io.lbaas.driver.noop;

import io.lbaas.driver.spi.Capabilities;
import io.lbaas.driver.spi.Change;
import io.lbaas.driver.spi.FailureKind;
import io.lbaas.driver.spi.Outcome;
import io.lbaas.driver.spi.StateAfter;
import io.lbaas.driver.spi.ValidationReport;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/** Makes changes on a device, or has them fail as the settings say. */
record Batch(NoopSettings settings, NoopDevice device, Capabilities capabilities) {

    List<Outcome> apply(List<Change> changes) {
        if (settings.closed().isPresent()) {
            return same(changes, settings.closed().get().failure());
        }
        if (settings.hang()) {
            pause(Duration.between(Instant.now(), firstDeadline(changes)));
            return same(
                    changes,
                    new Outcome.Failed(
                            FailureKind.TIMEOUT_UNKNOWN, "", NoopDriver.HANGS, Map.of(), StateAfter.UNKNOWN));
        }
        return device.store().exclusively(() -> {
            pause(settings.delay());
            List<Optional<Outcome.Failed>> refusals =
                    changes.stream().map(this::refusal).toList();
            if (settings.atomic()) {
                Optional<Outcome.Failed> refusal = refusals.stream()
                        .flatMap(Optional::stream)
                        .filter(failed -> failed.kind() != FailureKind.STALE_GENERATION)
                        .findFirst();
                if (refusal.isPresent()) {
                    return same(changes, refusal.get());
                }
            }
            return IntStream.range(0, changes.size())
                    .mapToObj(i -> settle(changes.get(i), refusals.get(i)))
                    .toList();
        });
    }

    private static Instant firstDeadline(List<Change> changes) {
        return changes.stream().map(Change::deadline).min(Instant::compareTo).orElseThrow();
    }

    static void pause(Duration time) {
        try {
            TimeUnit.NANOSECONDS.sleep(time.toNanos());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static List<Outcome> same(List<Change> changes, Outcome outcome) {
        return changes.stream().map(change -> outcome).toList();
    }

    private Optional<Outcome.Failed> refusal(Change change) {
        return stale(change).or(() -> unsupported(change)).or(() -> struck(change));
    }

    private Optional<Outcome.Failed> stale(Change change) {
        Remembered known = device.store().get(change.loadBalancerId());
        boolean dead = !known.present() && change instanceof Change.Apply;
        boolean stale = change.generation() < known.generation()
                || (dead && change.generation() == known.generation() && known.generation() > 0);
        return stale
                ? Optional.of(Outcome.Failed.of(
                        FailureKind.STALE_GENERATION, "The device has generation " + known.generation()))
                : Optional.empty();
    }

    private Optional<Outcome.Failed> unsupported(Change change) {
        if (change instanceof Change.Apply apply) {
            ValidationReport report = capabilities.check(apply.desired());
            if (!report.acceptable()) {
                return Optional.of(new Outcome.Failed(
                        FailureKind.UNSUPPORTED, "", "Not supported", report.problems(), StateAfter.UNCHANGED));
            }
        }
        return Optional.empty();
    }

    private Optional<Outcome.Failed> struck(Change change) {
        return settings.faults()
                .strike(change)
                .filter(failure ->
                        device.faults().getAndIncrement() < settings.faults().times());
    }

    private Outcome settle(Change change, Optional<Outcome.Failed> refusal) {
        boolean done = refusal.isEmpty() || refusal.get().kind() == FailureKind.TIMEOUT_UNKNOWN;
        if (!done) {
            return refusal.get();
        }
        Remembered wanted = change instanceof Change.Apply apply
                ? Remembered.of(apply.desired(), apply.generation())
                : Remembered.tombstone(change.generation());
        if (settings.crash()) {
            device.store().breakOff(change.loadBalancerId(), wanted);
            throw new IllegalStateException("Told to crash");
        }
        if (!wanted.equals(device.store().get(change.loadBalancerId()))) {
            device.store().put(change.loadBalancerId(), wanted);
        }
        if (refusal.isPresent()) {
            return refusal.get();
        }
        return settings.pend() == null
                ? new Outcome.Completed(change.generation(), wanted.digest(), Map.of())
                : PendingChange.of(change, settings.pend()).outcome(settings.pend());
    }
}
