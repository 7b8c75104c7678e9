package io.lbaas.plugin.watch;

import java.time.Duration;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Something that is done again and again. A failure is logged and does not keep the next time from coming. */
final class Round {

    private static final Logger LOG = Logger.getLogger(Round.class.getName());

    private final String name;
    private final Duration period;
    private final Runnable task;
    private long dueAt = System.nanoTime();

    Round(String name, Duration period, Runnable task) {
        this.name = name;
        this.period = period;
        this.task = task;
    }

    /**
     * Does it where its time has come.
     *
     * @param now as {@link System#nanoTime()} has it
     */
    void runIfDue(long now) {
        if (now - dueAt < 0) {
            return;
        }
        dueAt = now + period.toNanos();
        guarded(name, task);
    }

    /** Does it, and only logs a failure. */
    static void guarded(String name, Runnable task) {
        try {
            task.run();
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, e, () -> "Could not " + name + "; the next round tries again");
        }
    }
}
