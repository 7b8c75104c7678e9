package io.lbaas.agent.command;

import java.time.Duration;
import java.util.function.LongUnaryOperator;

/** How long to wait before the next attempt: 1 s, doubled each time up to 30 s, and up to a quarter more by chance. */
final class RetrySchedule {
    private static final long FIRST_MILLIS = 1000;
    private static final long LONGEST_MILLIS = 30_000;
    private static final int DOUBLINGS = 5;

    private final LongUnaryOperator chance;

    /** @param chance gives a number from 0 to below its argument */
    RetrySchedule(LongUnaryOperator chance) {
        this.chance = chance;
    }

    /** The delay after the attempt of that number, counted from 0. */
    Duration after(int attempt) {
        long millis = Math.min(LONGEST_MILLIS, FIRST_MILLIS << Math.min(attempt, DOUBLINGS));
        return Duration.ofMillis(millis + chance.applyAsLong(millis / 4));
    }
}
