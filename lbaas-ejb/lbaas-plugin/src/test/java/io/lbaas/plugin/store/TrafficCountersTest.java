package io.lbaas.plugin.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.lbaas.driver.spi.StatsBatch;
import io.lbaas.driver.spi.StatsBatch.Counters;
import io.lbaas.model.ListenerProtocol;
import io.lbaas.plugin.Postgres;
import io.lbaas.plugin.Samples;
import io.lbaas.plugin.StoredTree;
import io.lbaas.plugin.api.Statistics.Traffic;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class TrafficCountersTest {

    private static final UUID DEVICE = UUID.randomUUID();
    private static final Traffic NOTHING = new Traffic(0, 0, 0, 0, 0);

    private final StoredTree stored = StoredTree.plant();
    private final UUID listener = listener(80);
    private Instant now = Instant.parse("2026-01-01T00:00:00Z");

    @Test
    void nothingReportedIsZero() {
        assertThat(total()).isEqualTo(NOTHING);
        assertThat(ofListeners(List.of())).isEqualTo(NOTHING);
    }

    @Test
    void withinAnEpochTheDeviceKeepsTheCount() {
        report(DEVICE, "a", 100);
        report(DEVICE, "a", 150);

        assertThat(ofListeners(List.of(listener))).isEqualTo(new Traffic(7, 150, 300, 600, 450));
    }

    @Test
    void aNewEpochIsAddedToWhatWas() {
        report(DEVICE, "a", 100);
        report(DEVICE, "b", 30);
        report(DEVICE, "b", 40);

        assertThat(total().bytesIn()).isEqualTo(140);
    }

    @Test
    void anotherDeviceIsAddedToWhatWas() {
        report(DEVICE, "a", 100);
        report(UUID.randomUUID(), "a", 110);

        assertThat(total().bytesIn()).isEqualTo(210);
    }

    @Test
    void whoMovesAwayAndBackAndIsReportedByBothMeanwhileIsCountedOnce() {
        UUID other = UUID.randomUUID();
        report(DEVICE, "a", 100);
        report(other, "x", 10);
        report(DEVICE, "a", 105);
        report(other, "x", 12);
        report(DEVICE, "a", 106);

        assertThat(total().bytesIn()).isEqualTo(118);
        assertThat(total().activeConnections())
                .as("of the device that was asked last")
                .isEqualTo(7);
    }

    @Test
    void aReportThatComesLateOrTwiceAddsNothing() {
        report(DEVICE, "a", 100);
        Instant first = now;
        report(DEVICE, "b", 10);
        now = first.minusSeconds(2);
        report(DEVICE, "a", 90);
        report(DEVICE, "a", 100);

        assertThat(total().bytesIn()).isEqualTo(110);
    }

    @Test
    void aCounterThatFallsWithinAnEpochTakesNothingAway() {
        report(DEVICE, "a", 100);
        report(DEVICE, "a", 10);
        report(DEVICE, "a", 30);

        assertThat(total().bytesIn()).isEqualTo(120);
    }

    @Test
    void aLoadBalancerHasTheSumOfItsListeners() {
        UUID other = listener(81);
        now = now.plusSeconds(1);
        note(DEVICE, "a", Map.of(listener, counters(1), other, counters(2), UUID.randomUUID(), counters(4)));

        assertThat(total()).isEqualTo(new Traffic(14, 3, 6, 12, 9));
    }

    private UUID listener(int port) {
        return stored.change(editor -> editor.listeners()
                .create(Samples.LABELS, Samples.listener(ListenerProtocol.TCP, port))
                .id());
    }

    private void report(UUID device, String epoch, long count) {
        now = now.plusSeconds(1);
        note(device, epoch, Map.of(listener, counters(count)));
    }

    private void note(UUID device, String epoch, Map<UUID, Counters> counters) {
        Postgres.inTransaction(session -> {
            new TrafficCounters(session).note(device, new StatsBatch(epoch, counters), now);
            return null;
        });
    }

    private static Counters counters(long count) {
        return new Counters(count, 2 * count, 7, 3 * count, 4 * count);
    }

    private Traffic total() {
        return Postgres.inTransaction(session -> new TrafficCounters(session).ofLoadBalancer(stored.id()));
    }

    private static Traffic ofListeners(List<UUID> ids) {
        return Postgres.inTransaction(session -> new TrafficCounters(session).ofListeners(ids));
    }
}
