package io.lbaas.plugin.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.lbaas.driver.spi.DeviceReport;
import io.lbaas.model.OperatingStatus;
import io.lbaas.plugin.Postgres;
import io.lbaas.plugin.Samples;
import io.lbaas.plugin.StoredTree;
import io.lbaas.plugin.entity.Device;
import io.lbaas.plugin.entity.LoadBalancer;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class PeriodicStatementsTest {

    private final StoredTree stored = StoredTree.plant();
    private final UUID deviceId = stored.read(tree -> tree.root().deviceId());

    @Test
    void aPeriodIsClaimedOnce() {
        assertThat(claim()).contains(deviceId);
        assertThat(claim()).doesNotContain(deviceId);
        assertThat(Postgres.<List<UUID>>inTransaction(session -> new Patrols(session).claimHealth(Duration.ofDays(1))))
                .contains(deviceId);
    }

    @Test
    void aDeviceIsClaimedAndItsProbeNotedWhileLoadBalancersAreCreatedOnIt() {
        Postgres.inTransaction(creating -> {
            creating.createNativeQuery("select 1 from device where id = ?1 for key share")
                    .setParameter(1, deviceId)
                    .getResultList();
            assertThat(claim()).contains(deviceId);
            assertThat(probed(true, Instant.now())).isTrue();
            return null;
        });
    }

    @Test
    void whatIsObservedIsNotedAndIsNoChange() {
        stored.confirmAll();
        long version = root().version();

        note(Map.of(stored.id(), OperatingStatus.ONLINE, UUID.randomUUID(), OperatingStatus.ERROR));

        assertThat(root().operatingStatus()).isEqualTo(OperatingStatus.ONLINE);
        assertThat(root().version()).isEqualTo(version);
    }

    @Test
    void aProbeIsNotedPastTheEntityAndTurnsADeviceOnce() {
        Instant at = Instant.parse("2026-01-01T00:00:10Z");
        assertThat(probed(true, at)).as("it was never probed").isTrue();
        assertThat(probed(true, at.plusSeconds(10))).isFalse();
        assertThat(probed(false, at.plusSeconds(5))).as("late").isFalse();
        assertThat(device().reachable()).isTrue();
        assertThat(probed(false, at.plusSeconds(20))).isTrue();

        assertThat(device().reachable()).isFalse();
        assertThat(device().capabilities()).as("remembered").contains(Samples.ALL);
        assertThat(device().productOrName()).isEqualTo("product");
    }

    @Test
    void aProbeMakesNoOtherChangeFail() {
        assertThatCode(() -> Postgres.inTransaction(session -> {
                    var device = new Devices(session).get(deviceId);
                    probed(true, Instant.now());
                    device.noteEvacuation("something else");
                    session.flush();
                    return device;
                }))
                .doesNotThrowAnyException();
        assertThat(device().reachable()).isTrue();
    }

    private boolean probed(boolean reachable, Instant at) {
        return Postgres.inTransaction(session -> {
            var devices = new Devices(session);
            var report = reachable
                    ? new DeviceReport(true, "product", "", Samples.ALL)
                    : new DeviceReport(false, "", "no answer", null);
            return devices.probed(devices.get(deviceId), report, at);
        });
    }

    private Device device() {
        return Postgres.inTransaction(session -> new Devices(session).get(deviceId));
    }

    @Test
    void aReportOfAnEarlierRoundIsNoNews() {
        Instant round = Instant.parse("2026-01-01T00:00:10Z");
        assertThat(isNews(round)).isTrue();
        assertThat(isNews(round)).as("another part of the same round").isTrue();
        assertThat(isNews(round.plusSeconds(10))).isTrue();
        assertThat(isNews(round)).isFalse();
    }

    @Test
    void whatIsNotThereYetIsNotObserved() {
        note(Map.of(stored.id(), OperatingStatus.ONLINE));

        assertThat(root().operatingStatus()).isEqualTo(OperatingStatus.OFFLINE);
    }

    @Test
    void whoIsOverdueOrUnansweredIsFound() {
        assertThat(unanswered()).as("planted in the past, so overdue").contains(stored.id());
        stored.confirmAll();
        assertThat(unanswered()).doesNotContain(stored.id());

        Instant inTheFuture = Instant.now().plus(Duration.ofHours(1));
        resendAt(inTheFuture);
        assertThat(unanswered()).doesNotContain(stored.id());
        Postgres.inTransaction(session -> {
            new Observations(session).hastenResend(deviceId);
            return null;
        });

        assertThat(unanswered()).contains(stored.id());
    }

    @Test
    void theLoadBalancersOfADeviceAreThoseItHas() {
        assertThat(onDevice()).isEmpty();
        stored.confirmAll();
        assertThat(onDevice()).containsExactly(stored.id());
    }

    @Test
    void aTransactionThatIsPreparedForLongIsInDoubt() throws SQLException {
        String name = stored.id().toString();
        try (var connection = Postgres.database().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("begin; prepare transaction '" + name + "'");

            assertThat(inDoubt(Duration.ofMinutes(1))).doesNotContain(name);
            assertThat(inDoubt(Duration.ZERO)).contains(name);

            statement.execute("rollback prepared '" + name + "'");
        }
        assertThat(inDoubt(Duration.ZERO)).doesNotContain(name);
    }

    private static List<String> inDoubt(Duration age) {
        return Postgres.inTransaction(session -> new Patrols(session).inDoubt(age));
    }

    private void resendAt(Instant then) {
        Postgres.inTransaction(session -> {
            var tree = new Trees(session).lock(stored.id()).orElseThrow();
            tree.root().sent(then, Duration.ZERO, Duration.ZERO);
            return null;
        });
    }

    private List<UUID> claim() {
        return Postgres.inTransaction(session -> new Patrols(session).claimProbes(Duration.ofDays(1)));
    }

    private List<UUID> onDevice() {
        return Postgres.inTransaction(session -> new Patrols(session).loadBalancersOf(deviceId));
    }

    private List<UUID> unanswered() {
        return Postgres.inTransaction(session -> new Trees(session).unanswered(1000));
    }

    private boolean isNews(Instant round) {
        return Postgres.inTransaction(session -> new Observations(session).isNews(deviceId, round));
    }

    private static void note(Map<UUID, OperatingStatus> statuses) {
        Postgres.inTransaction(session -> {
            new Observations(session).note(statuses);
            return null;
        });
    }

    private LoadBalancer root() {
        return stored.read(tree -> tree.root());
    }
}
