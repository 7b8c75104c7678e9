package io.lbaas.agent.command;

import io.lbaas.agent.device.Configurator;
import io.lbaas.agent.device.SessionException;
import io.lbaas.driver.spi.FailureKind;
import io.lbaas.driver.spi.Outcome;
import io.lbaas.driver.spi.StateAfter;
import io.lbaas.message.Command;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Decides what follows from a change's outcome. What may pass is put back until the command's deadline; a command
 * whose deadline has passed already is tried once all the same, because the device may well be there.
 */
@ApplicationScoped
public class Reactions {
    private static final System.Logger LOG = System.getLogger(Reactions.class.getName());

    private final Configurator configurator;
    private final RetrySchedule schedule =
            new RetrySchedule(bound -> ThreadLocalRandom.current().nextLong(bound));

    @Inject
    public Reactions(Configurator configurator) {
        this.configurator = configurator;
    }

    /** For the container's proxy. */
    protected Reactions() {
        this(null);
    }

    Answer to(Outcome outcome, Command command, Reports reports) {
        if (outcome instanceof Outcome.Completed completed) {
            return reports.completed(completed);
        }
        if (outcome instanceof Outcome.Pending pending) {
            return toPending(pending, command, reports);
        }
        return toFailure((Outcome.Failed) outcome, command, reports);
    }

    private Answer toPending(Outcome.Pending pending, Command command, Reports reports) {
        if (inTime(command, pending.pollAfter())) {
            return new Answer.Later(command.poll(pending.token()), pending.pollAfter());
        }
        try {
            configurator.cancel(command.device(), pending.token());
        } catch (SessionException e) {
            LOG.log(System.Logger.Level.WARNING, "A change could not be cancelled on " + command.device(), e);
        }
        return reports.failed(new Outcome.Failed(
                FailureKind.TIMEOUT_UNKNOWN,
                "",
                "The device had not finished by the deadline",
                Map.of(),
                StateAfter.UNKNOWN));
    }

    private Answer toFailure(Outcome.Failed failed, Command command, Reports reports) {
        return switch (failed.kind().reaction()) {
            case RETRY, OBSERVE -> later(command.again(), failed, reports);
            case ORDER_AGAIN -> later(command.anew(), failed, reports);
            case GIVE_UP, DROP -> reports.failed(failed);
        };
    }

    private Answer later(Command command, Outcome.Failed failed, Reports reports) {
        Duration delay = schedule.after(command.attempt() - 1);
        return inTime(command, delay) ? new Answer.Later(command, delay) : reports.failed(failed);
    }

    private static boolean inTime(Command command, Duration delay) {
        return Instant.now().plus(delay).isBefore(command.deadline());
    }
}
