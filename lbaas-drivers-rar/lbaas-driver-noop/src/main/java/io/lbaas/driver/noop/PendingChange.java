package io.lbaas.driver.noop;

import io.lbaas.driver.spi.Change;
import io.lbaas.driver.spi.FailureKind;
import io.lbaas.driver.spi.OperationToken;
import io.lbaas.driver.spi.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * A change that is done and not yet reported so; the token is its text form.
 *
 * @param reportedAt from when on a poll finds it done
 */
record PendingChange(UUID loadBalancerId, long generation, Instant reportedAt) {

    static PendingChange of(Change change, Duration later) {
        return new PendingChange(
                change.loadBalancerId(), change.generation(), Instant.now().plus(later));
    }

    static Optional<PendingChange> read(OperationToken token) {
        try {
            String[] parts = token.opaque().split(" ", 3);
            return parts.length < 3
                    ? Optional.empty()
                    : Optional.of(new PendingChange(
                            UUID.fromString(parts[0]), Long.parseLong(parts[1]), Instant.parse(parts[2])));
        } catch (IllegalArgumentException | DateTimeParseException e) {
            return Optional.empty();
        }
    }

    Outcome.Pending outcome(Duration pollAfter) {
        return new Outcome.Pending(new OperationToken(loadBalancerId + " " + generation + " " + reportedAt), pollAfter);
    }

    Outcome poll(Store store) {
        Duration left = Duration.between(Instant.now(), reportedAt);
        if (left.compareTo(Duration.ZERO) > 0) {
            return outcome(left);
        }
        Remembered known = store.get(loadBalancerId);
        return known.generation() == generation
                ? new Outcome.Completed(generation, known.digest(), Map.of())
                : Outcome.Failed.of(FailureKind.STALE_GENERATION, "The device has generation " + known.generation());
    }
}
