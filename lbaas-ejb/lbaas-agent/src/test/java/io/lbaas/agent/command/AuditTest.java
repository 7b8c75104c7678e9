package io.lbaas.agent.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.lbaas.agent.FakeDevice;
import io.lbaas.driver.contract.TreeBuilder;
import io.lbaas.driver.spi.Change;
import io.lbaas.driver.spi.DeviceReadException;
import io.lbaas.message.AuditReport;
import io.lbaas.message.AuditReport.Difference;
import io.lbaas.message.AuditReport.Kind;
import io.lbaas.message.AuditScope;
import io.lbaas.message.AuditScope.Expectation;
import io.lbaas.model.DesiredLoadBalancer;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AuditTest {
    private final Instant soon = Instant.now().plusSeconds(60);

    private final FakeDevice device = new FakeDevice();
    private final DesiredLoadBalancer tree = new TreeBuilder().build();

    private AuditReport audit(Expectation... expected) throws DeviceReadException {
        return Audit.of(device, new AuditScope("", "", List.of(expected)), soon);
    }

    private Expectation expected(long generation, String digest) {
        return new Expectation(tree.id(), generation, digest);
    }

    private void keep(long generation, boolean present) {
        device.keep(
                present ? new Change.Apply(tree, generation, soon) : new Change.Remove(tree.id(), generation, soon));
    }

    /** The device's digest is always {@code digest}. */
    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                // expected generation and digest, found generation (0 for nothing) and presence, kind of difference
                "5, digest, 5, true, -",
                "5, -,      5, true, -",
                "5, other,  5, true, DIFFERENT",
                "5, digest, 4, true, DIFFERENT",
                "5, digest, 6, true, DIFFERENT",
                "5, digest, 0, false, MISSING",
                "5, -,      0, false, MISSING",
                "5, digest, 5, false, MISSING",
                "5, digest, 6, false, DIFFERENT",
                "5, '',     5, false, -",
                "5, '',     0, false, -",
                "5, '',     5, true, ORPHAN",
            })
    void differencesAreFoundByGenerationAndDigest(long wanted, String digest, long found, boolean present, Kind kind)
            throws DeviceReadException {
        if (found > 0) {
            keep(found, present);
        }
        List<Difference> differences = audit(expected(wanted, digest)).differences();
        if (kind == null) {
            assertThat(differences).isEmpty();
        } else {
            assertThat(differences).singleElement().satisfies(difference -> {
                assertThat(difference.kind()).isEqualTo(kind);
                assertThat(difference.loadBalancerId()).isEqualTo(tree.id());
                assertThat(difference.expected()).isEqualTo(wanted);
                assertThat(difference.found()).isEqualTo(found);
                assertThat(difference.message()).isNotBlank();
            });
        }
    }

    @Test
    void whatNobodyAskedForIsAnOrphan() throws DeviceReadException {
        keep(7, true);
        assertThat(audit().differences())
                .containsExactly(new Difference(tree.id(), Kind.ORPHAN, 0, 7, "Nobody asked for it here"));
    }

    @Test
    void whatWasChangedByHandIsSeenOnlyByLookingAtIt() throws DeviceReadException {
        keep(5, true);
        device.alter(tree.id());
        assertThat(audit(expected(5, "digest")).differences())
                .extracting(Difference::kind)
                .containsExactly(Kind.ALTERED);
    }

    @Test
    void whatThereIsNoTimeForIsUnseen() throws DeviceReadException {
        keep(5, true);
        device.alter(tree.id());
        AuditScope scope = new AuditScope("", "", List.of(expected(5, "digest")));
        AuditReport report = Audit.of(device, scope, Instant.now().minusSeconds(1));
        assertThat(report.differences()).isEmpty();
        assertThat(report.unseen()).containsExactly(tree.id());
    }

    @Test
    void tombstonesAreToldAndAreNoOrphans() throws DeviceReadException {
        keep(7, false);
        AuditReport report = audit();
        assertThat(report.differences()).isEmpty();
        assertThat(report.tombstones()).containsExactly(tree.id());
    }

    @Test
    void whatIsOutsideOfTheScopeIsNotLookedAt() throws DeviceReadException {
        keep(7, true);
        AuditScope below = new AuditScope("", tree.id().toString(), List.of());
        AuditScope from = new AuditScope(tree.id().toString(), "", List.of());
        assertThat(Audit.of(device, below, soon).differences()).isEmpty();
        assertThat(Audit.of(device, from, soon).differences()).hasSize(1);
        assertThat(below.covers(UUID.fromString("00000000-0000-0000-0000-000000000000")))
                .isTrue();
    }
}
