package io.lbaas.driver.bigip.device;

import io.lbaas.driver.bigip.declaration.Mark;
import io.lbaas.driver.spi.FailureKind;
import io.lbaas.driver.spi.OperationToken;
import io.lbaas.driver.spi.Outcome;
import io.lbaas.driver.spi.StateAfter;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Asks after changes.
 *
 * @param pollAfter when to ask again
 */
public record Polls(Appsvcs appsvcs, Duration pollAfter) {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final String CHANGED_MEANWHILE = "The hash you submitted does not match";
    private static final String INVALID = "declaration is invalid";

    /** What became of a change. */
    public Outcome poll(OperationToken token) {
        return Token.read(token)
                .map(this::poll)
                .orElseGet(() -> Outcome.Failed.of(FailureKind.INVALID, "The token is not this driver's"));
    }

    private Outcome poll(Token token) {
        Instant deadline = Instant.now().plus(PATIENCE);
        try {
            Optional<JsonObject> task = appsvcs.task(token.task(), deadline);
            if (task.isEmpty()) {
                return look(token, "The device has no record of the task any more", deadline);
            }
            TaskResult result = TaskResult.of(task.get(), token.tenant());
            return switch (result.state()) {
                case RUNNING -> new Outcome.Pending(token.written(), pollAfter);
                case CANCELLED -> look(token, "task cancelled", deadline);
                case DONE -> look(token, "The device says that it is done, and it is not", deadline);
                case FAILED -> failed(token, result.complaint());
            };
        } catch (DeviceException e) {
            return e.outcome();
        }
    }

    /** Whatever a task says: the tenant tells whether the change was made. */
    private Outcome look(Token token, String otherwise, Instant deadline) throws DeviceException {
        JsonObject tenant = appsvcs.tenants(List.of(token.tenant()), deadline)
                .getOrDefault(token.tenant(), JsonValue.EMPTY_JSON_OBJECT);
        Mark wanted = token.mark();
        Mark found = Mark.of(tenant).orElse(new Mark(0, ""));
        if (found.equals(wanted)) {
            return new Outcome.Completed(wanted.generation(), wanted.digest(), Map.of());
        }
        return found.generation() > wanted.generation()
                ? Changes.stale(found)
                : Outcome.Failed.of(FailureKind.LOST, otherwise);
    }

    /** A task is over; what may pass is ordered again. A declaration is refused as a whole for one tenant's fault. */
    private static Outcome failed(Token token, Complaint complaint) {
        boolean invalid = complaint.message().startsWith(INVALID);
        boolean othersFault = invalid
                && complaint.errors().stream().anyMatch(error -> error.startsWith("/"))
                && complaint.errors().stream().noneMatch(error -> error.contains(token.tenant()));
        FailureKind kind = invalid ? FailureKind.INVALID : complaint.kind();
        boolean passing = kind.reaction() != FailureKind.Reaction.GIVE_UP
                || complaint.message().startsWith(CHANGED_MEANWHILE)
                || othersFault;
        return new Outcome.Failed(
                passing ? FailureKind.LOST : kind,
                Integer.toString(complaint.code()),
                complaint.words(),
                complaint.blamed(),
                StateAfter.ROLLED_BACK);
    }
}
