package io.lbaas.agent.lane;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class BurstTest {
    private static final Duration LONGEST = Duration.ofSeconds(3);
    private static final Duration A_BATCH = Duration.ofMillis(300);

    private long now;
    private final Burst burst = new Burst(LONGEST, () -> now, nanos -> now += nanos);

    /** How long a batch waits while a change comes in every so many milliseconds, or none at all. */
    private Duration gather(long everyMillis) {
        long begin = now;
        burst.gather(() -> everyMillis == 0
                ? 2
                : (int) (now / Duration.ofMillis(everyMillis).toNanos()));
        return Duration.ofNanos(now - begin);
    }

    private void makeBatch() {
        now += A_BATCH.toNanos();
    }

    @Test
    void fewWaitHardlyForMore() {
        assertThat(gather(0)).isLessThanOrEqualTo(Duration.ofMillis(100));
    }

    @Test
    void whatKeepsComingIsWaitedForLongerAndLonger() {
        List<Duration> waits = new ArrayList<>();
        while (now < Duration.ofSeconds(20).toNanos()) {
            waits.add(gather(30));
            makeBatch();
        }
        assertThat(waits).hasSizeLessThanOrEqualTo(10).isSorted();
        assertThat(waits.get(0)).isEqualTo(Duration.ofMillis(500));
        assertThat(waits).last().isEqualTo(LONGEST);
    }

    @Test
    void anotherBurstBeginsAnew() {
        for (int i = 0; i < 10; i++) {
            gather(30);
            makeBatch();
        }
        now += LONGEST.multipliedBy(2).toNanos();
        assertThat(gather(30)).isEqualTo(Duration.ofMillis(500));
    }
}
