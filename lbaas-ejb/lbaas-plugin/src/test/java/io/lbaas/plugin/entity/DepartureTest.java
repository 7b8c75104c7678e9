package io.lbaas.plugin.entity;

import static org.assertj.core.api.Assertions.assertThat;

import io.lbaas.plugin.Samples;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The table of phases that the decision record shows. */
class DepartureTest {

    private static final Instant NOW = Samples.NOW;

    @ParameterizedTest
    @CsvSource({
        "STANDING, LEAVING, YIELDING, LEAVING, STANDING",
        "YIELDING, LEAVING, YIELDING, LEAVING, GONE",
        "LEAVING, LEAVING, LEAVING, LEAVING, GONE",
        "GONE, GONE, GONE, GONE, GONE"
    })
    void eachEventLeadsWhereTheTableSays(
            Departure phase, Departure arrived, Departure blocked, Departure doomed, Departure removed) {
        assertThat(phase.after(Departure.Event.ARRIVED)).isEqualTo(arrived);
        assertThat(phase.after(Departure.Event.BLOCKED)).isEqualTo(blocked);
        assertThat(phase.after(Departure.Event.DOOMED)).isEqualTo(doomed);
        assertThat(phase.after(Departure.Event.REMOVED)).isEqualTo(removed);
    }

    @Test
    void aRemovalIsSentAtOnceAndThenLessAndLessOften() {
        var place = new FormerPlace(UUID.randomUUID(), UUID.randomUUID(), 7);
        assertThat(place.due(NOW)).as("serves still").isFalse();

        place.on(Departure.Event.ARRIVED, NOW);
        assertThat(place.due(NOW)).isTrue();
        place.sent(NOW, Duration.ofSeconds(10), Duration.ofSeconds(30));
        assertThat(place.due(NOW.plusSeconds(9))).isFalse();
        assertThat(place.due(NOW.plusSeconds(10))).isTrue();
        place.sent(NOW, Duration.ofSeconds(10), Duration.ofSeconds(30));
        assertThat(place.due(NOW.plusSeconds(19))).isFalse();
        place.sent(NOW, Duration.ofSeconds(10), Duration.ofSeconds(30));
        assertThat(place.due(NOW.plusSeconds(30))).isTrue();
    }

    @Test
    void aPlaceThatRefusedIsRememberedForAWhile() {
        var place = FormerPlace.refused(UUID.randomUUID(), UUID.randomUUID(), 7, NOW, NOW.plusSeconds(60));
        assertThat(place.phase()).isEqualTo(Departure.LEAVING);

        place.on(Departure.Event.REMOVED, NOW);

        assertThat(place.over(NOW)).isFalse();
        assertThat(place.over(NOW.plusSeconds(60))).isTrue();
    }
}
