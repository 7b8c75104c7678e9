package io.lbaas.plugin.tree;

import static org.assertj.core.api.Assertions.assertThat;

import io.lbaas.driver.spi.FailureKind;
import io.lbaas.message.Operation;
import io.lbaas.message.Result;
import io.lbaas.model.ListenerProtocol;
import io.lbaas.model.MemberSpec;
import io.lbaas.model.MonitorType;
import io.lbaas.model.OperatingStatus;
import io.lbaas.model.PoolProtocol;
import io.lbaas.model.ProvisioningStatus;
import io.lbaas.plugin.Results;
import io.lbaas.plugin.Samples;
import io.lbaas.plugin.entity.Intent;
import io.lbaas.plugin.entity.Listener;
import io.lbaas.plugin.entity.Member;
import io.lbaas.plugin.entity.Pool;
import io.lbaas.plugin.entity.Provisioned;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SettlementTest {

    private static final List<String> CIDRS = List.of("10.0.0.0/8");

    private LoadBalancerTree tree = Samples.tree();

    @Test
    void aResultSettlesItsGenerationAndOlderOnes() {
        var first = edit(editor -> listener(editor, 80));
        long generation = tree.root().generation();
        var second = edit(editor -> listener(editor, 81));

        succeed(generation);

        assertThat(first.provisioningStatus()).isEqualTo(ProvisioningStatus.ACTIVE);
        assertThat(second.provisioningStatus()).isEqualTo(ProvisioningStatus.PENDING_CREATE);
        assertThat(tree.root().settledGeneration()).isEqualTo(generation);
    }

    @Test
    void aRefusedUpdateLeavesTheDeviceAtTheLastGoodForm() {
        var listener = edit(editor -> listener(editor, 80));
        succeed();
        edit(editor -> restrict(editor, listener));

        refuse(listener);

        assertThat(listener.provisioningStatus()).isEqualTo(ProvisioningStatus.ERROR);
        assertThat(listener.statusReason()).isEqualTo("bad " + listener.id());
        assertThat(listener.spec().allowedCidrs()).isEqualTo(CIDRS);
        assertThat(tree.changed()).as("sent again without it").isTrue();
        assertThat(DesiredTree.of(tree).orElseThrow().listeners().get(0).spec().allowedCidrs())
                .isNull();
    }

    @Test
    void aRefusedCreateIsLeftOutAndItsSiblingsAreNot() {
        var refused = edit(editor -> listener(editor, 80));
        var sibling = edit(editor -> listener(editor, 81));

        refuse(refused);

        assertThat(sibling.pending()).isTrue();
        assertThat(sibling.changedIn()).isEqualTo(tree.root().generation());
        assertThat(DesiredTree.of(tree).orElseThrow().listeners())
                .singleElement()
                .satisfies(listener -> assertThat(listener.id()).isEqualTo(sibling.id()));
    }

    @Test
    void aFailureThatBlamesNobodyIsEverybodys() {
        var first = edit(editor -> listener(editor, 80));
        var second = edit(editor -> listener(editor, 81));

        refuse();

        assertThat(List.of(first, second, tree.root()))
                .extracting(Provisioned::provisioningStatus)
                .containsOnly(ProvisioningStatus.ERROR);
        assertThat(DesiredTree.of(tree)).as("it never was on the device").isEmpty();
    }

    @Test
    void whatWasThereBeforeIsNotBlamed() {
        var before = edit(editor -> listener(editor, 80));
        succeed();
        var added = edit(editor -> listener(editor, 81));

        refuse(before);

        assertThat(before.provisioningStatus()).isEqualTo(ProvisioningStatus.ACTIVE);
        assertThat(added.provisioningStatus()).isEqualTo(ProvisioningStatus.ERROR);
    }

    @Test
    void aChangeBeneathARefusedPoolAsksForThePoolAgain() {
        var pool = edit(SettlementTest::pool);
        succeedRoot();
        refuse(pool);
        succeed();

        var member = edit(editor -> member(editor, pool));

        assertThat(pool.provisioningStatus()).isEqualTo(ProvisioningStatus.PENDING_UPDATE);
        assertThat(tree.included(member)).isTrue();
    }

    @Test
    void whatWaitedForARefusedPoolIsAskedForWithIt() {
        var pool = edit(SettlementTest::pool);
        var member = edit(editor -> member(editor, pool));
        refuse(pool);
        assertThat(member.provisioningStatus()).isEqualTo(ProvisioningStatus.ERROR);
        assertThat(member.statusReason()).contains("Pool " + pool.id() + " was refused");

        edit(editor -> editor.pools().update(pool.id(), Samples.noChange()));
        assertThat(member.pending()).isTrue();
        succeed();

        assertThat(member.provisioningStatus()).isEqualTo(ProvisioningStatus.ACTIVE);
    }

    @ParameterizedTest
    @EnumSource(names = {"TRANSIENT", "BUSY", "AUTH", "UNREACHABLE", "TIMEOUT_UNKNOWN", "LOST"})
    void anOutageEndsTheWaitingButNotTheSeeking(FailureKind kind) {
        var listener = edit(editor -> listener(editor, 80));

        settle(Results.failure(tree.root().id(), tree.root().generation(), kind));

        assertThat(listener.provisioningStatus()).isEqualTo(ProvisioningStatus.ERROR);
        assertThat(listener.intent()).contains(Intent.CREATE);
        assertThat(tree.changed()).as("the sweeper sends the same again").isFalse();
        succeed();
        assertThat(listener.provisioningStatus()).isEqualTo(ProvisioningStatus.ACTIVE);
    }

    @Test
    void onlyWhatIsOverdueStopsWaiting() {
        var listener = edit(editor -> listener(editor, 80));

        new Settlement(tree, Samples.DEADLINE.minusSeconds(1)).expire("late");
        assertThat(listener.pending()).isTrue();
        new Settlement(tree, Samples.DEADLINE).expire("late");

        assertThat(listener.statusReason()).isEqualTo("late");
        assertThat(tree.root().settledGeneration()).isEqualTo(tree.root().generation());
    }

    @Test
    void aRemovedPoolLetsGoOfItsListeners() {
        var pool = edit(SettlementTest::pool);
        var spec = Samples.listener(ListenerProtocol.TCP, 80).withDefaultPool(pool.id());
        var listener = edit(editor -> editor.listeners().create(Samples.LABELS, spec));
        succeed();
        edit(editor -> editor.pools().delete(pool.id()));
        assertThat(Views.of(tree, listener).state().provisioningStatus()).isEqualTo(ProvisioningStatus.PENDING_UPDATE);

        succeed();

        assertThat(listener.spec().defaultPoolId()).isNull();
        assertThat(tree.pools()).isEmpty();
    }

    @Test
    void onlyARemovalTakesADoomedLoadBalancerAway() {
        succeed();
        long before = tree.root().generation();
        edit(editor -> editor.loadBalancer().delete(true));

        succeed(before);
        assertThat(tree.gone()).isFalse();
        succeed();

        assertThat(tree.gone()).isTrue();
    }

    @Test
    void aDeviceThatIsAheadIsOvertaken() {
        settle(Results.failure(tree.root().id(), 1, FailureKind.STALE_GENERATION));
        assertThat(tree.root().generation()).isEqualTo(2);

        settle(Results.success(Operation.APPLY, tree.root().id(), 40));

        assertThat(tree.root().generation()).isEqualTo(41);
        assertThat(tree.root().pending()).isTrue();
    }

    @Test
    void membersAreMonitoredOnceThereIsAMonitor() {
        var pool = edit(SettlementTest::pool);
        var member = edit(editor -> member(editor, pool));
        succeed();
        assertThat(member.operatingStatus()).isEqualTo(OperatingStatus.NO_MONITOR);

        var monitor = edit(
                editor -> editor.healthMonitors().create(pool.id(), Samples.LABELS, Samples.monitor(MonitorType.TCP)));
        succeed();
        assertThat(member.operatingStatus()).isEqualTo(OperatingStatus.OFFLINE);
        assertThat(monitor.operatingStatus()).isEqualTo(OperatingStatus.ONLINE);

        report(Map.of(member.id(), OperatingStatus.ONLINE));
        assertThat(member.operatingStatus()).isEqualTo(OperatingStatus.ONLINE);
    }

    private static Listener listener(TreeEditor editor, int port) {
        return editor.listeners().create(Samples.LABELS, Samples.listener(ListenerProtocol.TCP, port));
    }

    private static Listener restrict(TreeEditor editor, Listener listener) {
        return editor.listeners().update(listener.id(), Samples.patch(spec -> spec.withAllowedCidrs(CIDRS)));
    }

    private static Pool pool(TreeEditor editor) {
        return editor.pools().create(null, Samples.LABELS, Samples.pool(PoolProtocol.TCP));
    }

    private static Member member(TreeEditor editor, Pool pool) {
        MemberSpec spec = Samples.member("10.0.0.1", 80);
        return editor.members().create(pool.id(), Samples.LABELS, spec);
    }

    private <T> T edit(Function<TreeEditor, T> change) {
        var editor = Samples.editor(tree);
        tree = editor.tree();
        return change.apply(editor);
    }

    private void succeed() {
        succeed(tree.root().generation());
    }

    private void succeed(long generation) {
        boolean wanted =
                DesiredTree.of(tree).isPresent() || generation < tree.root().generation();
        settle(Results.success(
                wanted ? Operation.APPLY : Operation.REMOVE, tree.root().id(), generation));
    }

    /** The load balancer itself was created in the first generation. */
    private void succeedRoot() {
        succeed(1);
    }

    private void refuse(Provisioned<?>... blamed) {
        settle(Results.failure(tree.root().id(), tree.root().generation(), FailureKind.DEVICE_REFUSED, blamed));
    }

    private void report(Map<UUID, OperatingStatus> statuses) {
        settle(Results.result(Operation.APPLY, tree.root().id(), tree.root().generation(), null, statuses));
    }

    private void settle(Result result) {
        tree = new LoadBalancerTree(tree.root(), tree.beneath(tree.root()).toList());
        new Settlement(tree, Samples.NOW).settle(result);
    }
}
