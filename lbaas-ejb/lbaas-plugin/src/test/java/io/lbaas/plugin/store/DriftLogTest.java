package io.lbaas.plugin.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.lbaas.message.AuditReport;
import io.lbaas.message.AuditReport.Difference;
import io.lbaas.message.AuditReport.Kind;
import io.lbaas.message.AuditScope.Expectation;
import io.lbaas.plugin.Postgres;
import io.lbaas.plugin.StoredTree;
import io.lbaas.plugin.api.Audits;
import io.lbaas.plugin.api.Audits.DriftPolicy;
import io.lbaas.plugin.entity.Drift;
import io.lbaas.plugin.entity.InstantColumn;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DriftLogTest {

    private static final Duration GRACE = Duration.ofMinutes(1);
    private static final Duration PAUSE = Duration.ofSeconds(10);
    private static final int STEP = 2;

    private final StoredTree stored = StoredTree.plant();
    private final UUID deviceId = stored.read(tree -> tree.root().deviceId());
    private Instant now = InstantColumn.now().minusSeconds(3600);

    @BeforeEach
    void reach() {
        execute("update device set reachable = true where id = '" + deviceId + "'");
        stored.confirmAll();
    }

    @Test
    void whatIsFoundAgainIsOneEntryUntilItIsFoundNoMore() {
        assertThat(report(missing(stored.id()))).hasSize(1);
        assertThat(report(missing(stored.id()))).as("known already").isEmpty();
        assertThat(entries()).singleElement().satisfies(entry -> {
            assertThat(entry.kind()).isEqualTo("MISSING");
            assertThat(entry.foundAt()).isBefore(entry.seenAt());
            assertThat(entry.endedAt()).isNull();
        });

        report();

        assertThat(entries()).singleElement().satisfies(entry -> assertThat(entry.endedAt())
                .isNotNull());
        assertThat(report(missing(stored.id()))).hasSize(1);
        assertThat(entries()).hasSize(2);
    }

    @Test
    void aReportThatComesLateChangesNothing() {
        report(missing(stored.id()));
        Instant last = now;
        now = now.minusSeconds(60);
        report();
        assertThat(entries()).singleElement().satisfies(entry -> {
            assertThat(entry.endedAt()).isNull();
            assertThat(entry.seenAt()).isEqualTo(last);
        });
    }

    @Test
    void whatAnAuditDidNotGetToDoesNotEnd() {
        report(missing(stored.id()));
        now = now.plusSeconds(1);
        note(new AuditReport("", "", List.of(), List.of(stored.id()), List.of()));
        String behind = stored.id().toString().substring(0, 35) + "~";
        note(new AuditReport(behind, "", List.of(), List.of(), List.of()));
        note(new AuditReport("", stored.id().toString(), List.of(), List.of(), List.of()));
        assertThat(entries()).singleElement().satisfies(entry -> assertThat(entry.endedAt())
                .isNull());
    }

    @Test
    void whatIsOnItsWayIsNoOrphan() {
        report(orphan(stored.id()));
        assertThat(entries()).isEmpty();
    }

    @Test
    void aDifferenceIsDueUntilItIsClaimedAndAgainWhenItIsSeenAfterThat() {
        report(missing(stored.id()));
        UUID id = due().get(0);
        assertThat(claim(id)).map(Drift::expected).hasValue(1L);
        assertThat(claim(id)).isEmpty();
        assertThat(due()).isEmpty();

        now = Instant.now().plusSeconds(5);
        report(missing(stored.id()));

        assertThat(due()).containsExactly(id);
    }

    @Test
    void anOrphanIsLeftInPeaceForAWhile() {
        now = Instant.now();
        report(orphan(UUID.randomUUID()));
        assertThat(due()).isEmpty();
        now = Instant.now().minusSeconds(120);
        report(orphan(UUID.randomUUID()));
        assertThat(due()).hasSize(1);
    }

    @Test
    void aDeviceThatLostEverythingIsRepairedInSteps() {
        report(Stream.generate(UUID::randomUUID)
                .limit(5)
                .map(DriftLogTest::orphan)
                .toArray(Difference[]::new));
        assertThat(due()).hasSize(STEP);
        due().forEach(this::claim);
        assertThat(due()).isEmpty();
        execute("update drift set repaired_at = repaired_at - interval '1 minute' where repaired_at is not null");
        assertThat(due()).hasSize(STEP);
    }

    @Test
    void nothingIsRepairedWhereThePolicySaysSo() {
        report(missing(stored.id()));
        policy(DriftPolicy.REPORT);
        assertThat(due()).isEmpty();
        policy(DriftPolicy.REPAIR);
        assertThat(due()).hasSize(1);
        execute("update device set reachable = false where id = '" + deviceId + "'");
        assertThat(due()).isEmpty();
    }

    @Test
    void tombstonesAreForgottenWhenNothingIsOnItsWayAnyMore() {
        UUID gone = UUID.randomUUID();
        execute("insert into operation (id, request_id, user_name, project_id, action, object_type, object_id,"
                + " load_balancer_id, generation, status, validated_at, enqueued_at, touched) values"
                + " (gen_random_uuid(), '', '', '', 'DELETE', 'LOAD_BALANCER', '" + gone + "', '" + gone
                + "', 2, 'SUCCEEDED', now(), now() - interval '10 minutes', '[]')");
        UUID forgotten = UUID.randomUUID();
        assertThat(forgettable(Duration.ofHours(1), gone, forgotten, stored.id()))
                .containsExactly(forgotten);
        assertThat(forgettable(Duration.ofMinutes(5), gone, stored.id())).containsExactly(gone);
    }

    @Test
    void whatWasAppliedIsExpectedWithItsDigest() {
        assertThat(expected()).containsExactly(new Expectation(stored.id(), 1, "digest of 1"));
        stored.change(editor -> editor.loadBalancer().delete(true));
        assertThat(expected()).as("on its way").isEmpty();
    }

    @Test
    void theLastAuditIsKept() {
        inSession(session -> {
            var audits = new DeviceAudits(session);
            audits.audited(deviceId, now, "it hangs");
            audits.audited(deviceId, now.minusSeconds(1), null);
            return null;
        });
        assertThat(Postgres.<DeviceAudits.State>inTransaction(session -> new DeviceAudits(session).state(deviceId)))
                .satisfies(state -> {
                    assertThat(state.message()).isEqualTo("it hangs");
                    assertThat(state.policy()).isEqualTo(DriftPolicy.REPAIR);
                });
    }

    private Difference missing(UUID id) {
        return new Difference(id, Kind.MISSING, 1, 0, "gone");
    }

    private static Difference orphan(UUID id) {
        return new Difference(id, Kind.ORPHAN, 0, 3, "who is it");
    }

    private List<Difference> report(Difference... differences) {
        now = now.plusSeconds(1);
        return note(new AuditReport("", "", List.of(differences), List.of(), List.of()));
    }

    private List<Difference> note(AuditReport report) {
        return inSession(log -> new DriftLog(log).note(deviceId, report, now));
    }

    private List<Audits.Difference> entries() {
        return inSession(
                log -> new DriftLog(log).of(deviceId).stream().map(Drift::view).toList());
    }

    /** Only of this device: the database is shared. */
    private List<UUID> due() {
        return inSession(log -> {
            var drift = new DriftLog(log);
            return drift.due(GRACE, STEP, PAUSE).stream()
                    .filter(id -> log.find(Drift.class, id).deviceId().equals(deviceId))
                    .toList();
        });
    }

    private Optional<Drift> claim(UUID id) {
        return inSession(log -> new DriftLog(log).claim(id));
    }

    private List<UUID> forgettable(Duration age, UUID... tombstones) {
        return inSession(log -> new DriftLog(log).forgettable(deviceId, List.of(tombstones), age));
    }

    private List<Expectation> expected() {
        return inSession(session -> new DeviceAudits(session).expected(deviceId));
    }

    private void policy(DriftPolicy policy) {
        inSession(session -> {
            new DeviceAudits(session).policy(deviceId, policy);
            return null;
        });
    }

    private static void execute(String sql) {
        inSession(session -> session.createNativeQuery(sql).executeUpdate());
    }

    private static <T> T inSession(Function<jakarta.persistence.EntityManager, T> work) {
        return Postgres.inTransaction(work);
    }
}
