package io.lbaas.agent.lane;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntSupplier;
import java.util.function.LongConsumer;
import java.util.function.LongSupplier;

/**
 * Changes that keep coming to one device. A batch waits for more of them half as long as the burst has lasted, so that a long
 * one takes few batches and a short one hardly waits. Used by one thread at a time.
 */
final class Burst {
    private static final Duration SHORTEST = Duration.ofMillis(500);
    /** Nothing for this part of the time that a batch may wait ends its waiting. */
    private static final int PAUSES = 5;

    private final long longest;
    private final LongSupplier clock;
    private final LongConsumer pause;
    private long begun;
    private long ended;
    private boolean met;

    /** Lets a batch wait no longer than that. */
    Burst(Duration longest) {
        this(longest, System::nanoTime, LockSupport::parkNanos);
    }

    /** The same by another clock; both in nanoseconds. */
    Burst(Duration longest, LongSupplier clock, LongConsumer pause) {
        this.longest = longest.toNanos();
        this.clock = clock;
        this.pause = pause;
    }

    /** Waits while changes keep coming, for not too long. */
    void gather(IntSupplier waiting) {
        long now = clock.getAsLong();
        if (!met || now - ended > longest) {
            begun = now;
        }
        met = true;
        long patience = Math.min(longest, Math.max(SHORTEST.toNanos(), (now - begun) / 2));
        int before;
        do {
            before = waiting.getAsInt();
            pause.accept(patience / PAUSES);
        } while (waiting.getAsInt() > before && clock.getAsLong() - now < patience);
        ended = clock.getAsLong();
    }
}
