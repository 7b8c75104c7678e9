package io.lbaas.plugin.tree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lbaas.driver.spi.Capabilities;
import io.lbaas.driver.spi.FailureKind;
import io.lbaas.message.Operation;
import io.lbaas.message.Result;
import io.lbaas.model.DesiredLoadBalancer;
import io.lbaas.model.L7Action;
import io.lbaas.model.L7CompareType;
import io.lbaas.model.L7PolicySpec;
import io.lbaas.model.L7RuleSpec;
import io.lbaas.model.L7RuleType;
import io.lbaas.model.ListenerProtocol;
import io.lbaas.model.OperatingStatus;
import io.lbaas.model.PoolProtocol;
import io.lbaas.model.ProvisioningStatus;
import io.lbaas.plugin.Results;
import io.lbaas.plugin.Samples;
import io.lbaas.plugin.api.Fault;
import io.lbaas.plugin.entity.L7Policy;
import io.lbaas.plugin.entity.L7Rule;
import io.lbaas.plugin.entity.Listener;
import io.lbaas.plugin.entity.Pool;
import io.lbaas.plugin.entity.Provisioned;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** L7 policies and rules in their tree. */
class L7ChangesTest {

    private LoadBalancerTree tree = Samples.tree();
    private Listener listener;
    private Pool pool;

    @BeforeEach
    void activeTree() {
        listener =
                edit(editor -> editor.listeners().create(Samples.LABELS, Samples.listener(ListenerProtocol.HTTP, 80)));
        pool = edit(editor -> editor.pools().create(null, Samples.LABELS, Samples.pool(PoolProtocol.HTTP)));
        succeed();
    }

    @Test
    void insertingAtTheFrontShiftsTheOthers() {
        var first = reject(1);
        var second = reject(1);
        var third = reject(1);

        assertThat(positions(first, second, third)).containsExactly(3, 2, 1);
    }

    @Test
    void beyondTheEndIsAtTheEnd() {
        assertThat(positions(reject(L7PolicySpec.LAST), reject(7), reject(2))).containsExactly(1, 3, 2);
    }

    @Test
    void aPolicyMovesAmongItsSiblingsOnly() {
        var policies = List.of(reject(9), reject(9), reject(9));
        var other =
                edit(editor -> editor.listeners().create(Samples.LABELS, Samples.listener(ListenerProtocol.HTTP, 81)));
        var elsewhere = edit(editor -> editor.l7Policies().create(other.id(), Samples.LABELS, rejecting(5)));
        succeed();

        move(policies.get(2), 1);

        assertThat(positions(policies.toArray(L7Policy[]::new))).containsExactly(2, 3, 1);
        assertThat(positions(elsewhere)).containsExactly(1);
        assertThat(desired().get(0).l7Policies())
                .extracting(DesiredLoadBalancer.L7Policy::id)
                .containsExactly(
                        policies.get(2).id(),
                        policies.get(0).id(),
                        policies.get(1).id());
    }

    @Test
    void theGapIsClosedWhenTheDeleteSettlesAndTheDeviceNeverSeesOne() {
        var first = reject(1);
        var second = reject(2);
        succeed();
        edit(editor -> editor.l7Policies().delete(first.id()));
        assertThat(positions(first, second)).containsExactly(1, 2);
        var sent = desired();

        succeed();

        assertThat(positions(second)).containsExactly(1);
        assertThat(desired()).isEqualTo(sent);
    }

    @Test
    void aPoolInUseByAPolicyStays() {
        var policy = toPool();
        succeed();

        refused(
                () -> edit(editor -> editor.pools().delete(pool.id())),
                Fault.Kind.CONFLICT,
                "Pool " + pool.id() + " is in use by L7 policy " + policy.id());
        edit(editor -> editor.l7Policies().update(policy.id(), Samples.patch(old -> rejecting(1))));
        refused(
                () -> edit(editor -> editor.pools().delete(pool.id())),
                Fault.Kind.CONFLICT,
                "Pool " + pool.id() + " is in use by L7 policy " + policy.id());

        succeed();
        edit(editor -> editor.pools().delete(pool.id()));
        assertThat(pool.doomed()).isTrue();
    }

    @Test
    void aRedirectPoolIsOfTheSameLoadBalancerAndFits() {
        var tcp = edit(editor -> editor.pools().create(null, Samples.LABELS, Samples.pool(PoolProtocol.TCP)));
        refused(
                () -> redirect(tcp.id()),
                Fault.Kind.INVALID,
                "Validation failure: The pool protocol 'TCP' is invalid while the listener protocol is 'HTTP'.");
        var unknown = UUID.randomUUID();
        refused(() -> redirect(unknown), Fault.Kind.NOT_FOUND, "Pool " + unknown + " not found.");
    }

    @Test
    void aPrometheusListenerHasNoPolicies() {
        var prometheus = edit(editor ->
                editor.listeners().create(Samples.LABELS, Samples.listener(ListenerProtocol.PROMETHEUS, 9090)));
        refused(
                () -> edit(editor -> editor.l7Policies().create(prometheus.id(), Samples.LABELS, rejecting(1))),
                Fault.Kind.INVALID,
                "Protocol PROMETHEUS listeners cannot have child objects.");
    }

    @Test
    void aPolicyHasFiftyRulesAtMost() {
        var policy = reject(1);
        for (int i = 0; i < 50; i++) {
            rule(policy);
        }
        refused(() -> rule(policy), Fault.Kind.CONFLICT, "Too many rules on L7 policy " + policy.id());
    }

    @Test
    void aRuleIsNotFoundInAnotherPolicyAndADoomedPolicyTakesNone() {
        var policy = reject(1);
        var other = reject(1);
        var rule = rule(policy);
        refused(
                () -> edit(editor -> editor.l7Rules().delete(other.id(), rule.id())),
                Fault.Kind.NOT_FOUND,
                "L7 Rule " + rule.id() + " not found.");
        succeed();

        edit(editor -> editor.l7Policies().delete(policy.id()));

        String words = "L7Policy " + policy.id() + " is immutable and cannot be updated.";
        refused(() -> rule(policy), Fault.Kind.IMMUTABLE, words);
        refused(() -> edit(editor -> editor.l7Rules().delete(policy.id(), rule.id())), Fault.Kind.IMMUTABLE, words);
    }

    @Test
    void whatTheProviderCannotIsRefused() {
        var l7 = new Capabilities.L7(
                Set.of(ListenerProtocol.HTTP), Set.of(L7Action.REJECT), Set.of(L7RuleType.PATH), Set.of());
        var none = Capabilities.L7.NONE;
        refused(
                () -> limited(none).l7Policies().create(listener.id(), Samples.LABELS, rejecting(1)),
                Fault.Kind.UNSUPPORTED,
                "Provider 'haproxy' does not support a requested option: L7 policies of protocol HTTP");
        refused(
                () -> limited(l7).l7Policies().create(listener.id(), Samples.LABELS, redirecting(pool.id())),
                Fault.Kind.UNSUPPORTED,
                "Provider 'haproxy' does not support a requested option: action REDIRECT_TO_POOL");
        var policy = reject(1);
        refused(
                () -> limited(l7).l7Rules().create(policy.id(), Samples.LABELS, path("/a")),
                Fault.Kind.UNSUPPORTED,
                "Provider 'haproxy' does not support a requested option: compare_type STARTS_WITH");
    }

    @Test
    void theWholeLineShowsThatARuleIsPending() {
        var policy = reject(1);
        succeed();
        var rule = rule(policy);

        assertThat(List.of(
                        Views.of(tree, policy).state().provisioningStatus(),
                        Views.of(tree, listener).state().provisioningStatus(),
                        Views.of(tree, tree.root()).state().provisioningStatus()))
                .containsOnly(ProvisioningStatus.PENDING_UPDATE);
        assertThat(Views.of(tree, policy).rules()).containsExactly(rule.id());
        assertThat(Views.of(tree, listener).l7Policies()).containsExactly(policy.id());
        succeed();
        assertThat(List.of(policy.operatingStatus(), rule.operatingStatus())).containsOnly(OperatingStatus.ONLINE);
    }

    @Test
    void aListenerDependsOnThePoolsOfItsPolicies() {
        toPool();
        succeed();
        edit(editor -> editor.pools().update(pool.id(), Samples.noChange()));

        assertThat(Views.of(tree, listener).state().provisioningStatus()).isEqualTo(ProvisioningStatus.PENDING_UPDATE);
        assertThat(Views.of(tree, pool).listeners()).containsExactly(listener.id());
    }

    @Test
    void aRefusedPolicyHoldsNoSiblingHostageAndItsRulesWaitForIt() {
        var bad = reject(1);
        var rule = rule(bad);
        var good = reject(2);

        refuse(bad);
        assertThat(desired().get(0).l7Policies()).singleElement().satisfies(policy -> {
            assertThat(policy.id()).isEqualTo(good.id());
            assertThat(policy.spec().position()).isEqualTo(1);
        });
        assertThat(rule.statusReason()).contains("L7 Policy " + bad.id() + " was refused");
        succeed();
        assertThat(good.provisioningStatus()).isEqualTo(ProvisioningStatus.ACTIVE);

        edit(editor -> editor.l7Policies().update(bad.id(), Samples.noChange()));
        succeed();
        assertThat(rule.provisioningStatus()).isEqualTo(ProvisioningStatus.ACTIVE);
    }

    @Test
    void aPolicyWaitsForThePoolThatWasRefused() {
        var late = edit(editor -> editor.pools().create(null, Samples.LABELS, Samples.pool(PoolProtocol.HTTP)));
        var policy = redirect(late.id());
        refuse(late);
        assertThat(policy.statusReason()).contains("Pool " + late.id() + " was refused");
        assertThat(desired().get(0).l7Policies()).isEmpty();
        succeed();

        edit(editor -> editor.l7Policies().update(policy.id(), Samples.noChange()));
        assertThat(late.pending())
                .as("a change of what needs it asks for it again")
                .isTrue();
        succeed();

        assertThat(desired().get(0).l7Policies()).hasSize(1);
        assertThat(List.of(late.provisioningStatus(), policy.provisioningStatus()))
                .containsOnly(ProvisioningStatus.ACTIVE);
    }

    @Test
    void aListenerTakesItsPoliciesWithIt() {
        var policy = reject(1);
        rule(policy);
        succeed();
        edit(editor -> editor.l7Policies().delete(policy.id()));
        edit(editor -> editor.listeners().delete(listener.id()));

        succeed();

        assertThat(tree.l7Policies()).isEmpty();
        assertThat(tree.l7Rules()).isEmpty();
        assertThat(tree.removed()).as("the rest goes with it in the database").containsExactly(listener);
    }

    @Test
    void withOneOfItsRulesANewPolicyIsRefusedWholly() {
        var policy = reject(1);
        var good = rule(policy);
        var bad = rule(policy);

        refuse(bad);

        assertThat(List.of(policy, good, bad))
                .extracting(Provisioned::provisioningStatus)
                .containsOnly(ProvisioningStatus.ERROR);
        assertThat(policy.statusReason()).isEqualTo("A rule of the L7 policy was refused");
        assertThat(desired().get(0).l7Policies())
                .as("with one rule less it would match more")
                .isEmpty();
    }

    @Test
    void newRulesOfAPolicyThatIsThereAreRefusedTogether() {
        var policy = reject(1);
        var former = rule(policy);
        succeed();
        var good = rule(policy);

        refuse(rule(policy));

        assertThat(good.provisioningStatus()).isEqualTo(ProvisioningStatus.ERROR);
        assertThat(desired().get(0).l7Policies()).singleElement().satisfies(shown -> assertThat(shown.rules())
                .extracting(DesiredLoadBalancer.L7Rule::id)
                .containsExactly(former.id()));
    }

    private L7Policy reject(int position) {
        return edit(editor -> editor.l7Policies().create(listener.id(), Samples.LABELS, rejecting(position)));
    }

    private L7Policy toPool() {
        return redirect(pool.id());
    }

    private L7Policy redirect(UUID poolId) {
        return edit(editor -> editor.l7Policies().create(listener.id(), Samples.LABELS, redirecting(poolId)));
    }

    private void move(L7Policy policy, int position) {
        edit(editor -> editor.l7Policies().update(policy.id(), Samples.patch(old -> old.withPosition(position))));
    }

    private L7Rule rule(L7Policy policy) {
        return edit(editor -> editor.l7Rules().create(policy.id(), Samples.LABELS, path("/a")));
    }

    private static L7PolicySpec rejecting(int position) {
        return new L7PolicySpec(L7Action.REJECT, null, null, null, null, position, true);
    }

    private static L7PolicySpec redirecting(UUID poolId) {
        return new L7PolicySpec(L7Action.REDIRECT_TO_POOL, poolId, null, null, null, L7PolicySpec.LAST, true);
    }

    private static L7RuleSpec path(String prefix) {
        return new L7RuleSpec(L7RuleType.PATH, L7CompareType.STARTS_WITH, null, prefix, false, true);
    }

    private static List<Integer> positions(L7Policy... policies) {
        return Arrays.stream(policies).map(policy -> policy.spec().position()).toList();
    }

    private List<DesiredLoadBalancer.Listener> desired() {
        return DesiredTree.of(tree).orElseThrow().listeners();
    }

    private TreeEditor limited(Capabilities.L7 l7) {
        var all = Samples.ALL;
        var capabilities = new Capabilities(
                all.listenerProtocols(),
                all.poolProtocols(),
                all.algorithms(),
                all.persistenceTypes(),
                all.monitorTypes(),
                l7,
                all.tls(),
                true);
        return Samples.editor(tree, Locking.OBJECT, capabilities);
    }

    private <T> T edit(Function<TreeEditor, T> change) {
        var editor = Samples.editor(tree);
        T result = change.apply(editor);
        tree = editor.tree();
        return result;
    }

    private void succeed() {
        settle(Results.success(Operation.APPLY, tree.root().id(), tree.root().generation()));
    }

    private void refuse(Provisioned<?> blamed) {
        settle(Results.failure(tree.root().id(), tree.root().generation(), FailureKind.DEVICE_REFUSED, blamed));
    }

    private void settle(Result result) {
        tree = new LoadBalancerTree(tree.root(), tree.beneath(tree.root()).toList());
        new Settlement(tree, Samples.NOW).settle(result);
    }

    private static void refused(ThrowingCallable change, Fault.Kind kind, String words) {
        assertThatThrownBy(change).hasMessage(words).isInstanceOfSatisfying(Fault.class, fault -> assertThat(
                        fault.kind())
                .isEqualTo(kind));
    }
}
