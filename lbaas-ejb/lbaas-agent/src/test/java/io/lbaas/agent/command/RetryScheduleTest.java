package io.lbaas.agent.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.IntStream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class RetryScheduleTest {

    @Example
    void doublesFromOneSecondToThirty() {
        RetrySchedule schedule = new RetrySchedule(bound -> 0);
        assertThat(IntStream.range(0, 7)
                        .mapToObj(attempt -> schedule.after(attempt).toSeconds()))
                .containsExactly(1L, 2L, 4L, 8L, 16L, 30L, 30L);
    }

    @Property
    void chanceAddsLessThanAQuarter(@ForAll @IntRange(min = 0) int attempt) {
        Duration least = new RetrySchedule(bound -> 0).after(attempt);
        Duration most = new RetrySchedule(bound -> bound - 1).after(attempt);
        assertThat(most).isGreaterThan(least).isLessThan(least.multipliedBy(5).dividedBy(4));
    }
}
