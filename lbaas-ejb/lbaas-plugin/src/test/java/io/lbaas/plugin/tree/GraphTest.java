package io.lbaas.plugin.tree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lbaas.driver.spi.FailureKind;
import io.lbaas.message.Operation;
import io.lbaas.model.L7Action;
import io.lbaas.model.ListenerProtocol;
import io.lbaas.model.MonitorType;
import io.lbaas.model.PoolProtocol;
import io.lbaas.model.ProvisioningStatus;
import io.lbaas.plugin.Results;
import io.lbaas.plugin.Samples;
import io.lbaas.plugin.api.Fault;
import io.lbaas.plugin.api.Labels;
import io.lbaas.plugin.api.New;
import io.lbaas.plugin.api.View;
import io.lbaas.plugin.entity.Provisioned;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What one request creates together. */
class GraphTest {

    private final LoadBalancerTree tree = Samples.tree();

    @Test
    void createsEverythingInTheGenerationOfTheLoadBalancer() {
        var monitor = new New.OfHealthMonitor(Samples.LABELS, Samples.monitor(MonitorType.TCP));
        var pool = new New.OfPool(
                named("a"), Samples.pool(PoolProtocol.TCP), List.of(member("10.0.0.1"), member("10.0.0.2")), monitor);

        planted(tree, Locking.OBJECT).all(List.of(pool), List.of(listener(80, reference("a")), listener(81, null)));

        View.Tree created = Views.of(tree);
        assertThat(created.members()).hasSize(2);
        assertThat(created.healthMonitors()).hasSize(1);
        assertThat(created.listeners())
                .extracting(listener -> listener.spec().defaultPoolId())
                .containsExactly(created.pools().get(0).state().id(), null);
        assertThat(tree.objects())
                .hasSize(7)
                .allMatch(object -> object.changedIn() == 1)
                .allMatch(object -> object.provisioningStatus() == ProvisioningStatus.PENDING_CREATE);
    }

    @ParameterizedTest
    @EnumSource
    void isNotInItsOwnWay(Locking locking) {
        planted(tree, locking).all(List.of(), List.of(listener(80, pool("a")), listener(81, reference("a"))));

        assertThat(tree.usersOf(tree.pools().findFirst().orElseThrow().id())).hasSize(2);
    }

    @Test
    void policiesRedirectToPoolsOfTheSameRequest() {
        var spec = Samples.policy(L7Action.REDIRECT_TO_POOL);
        var rules = List.of(new New.OfL7Rule(Samples.LABELS, Samples.rule("/a")));
        var inline = new New.OfPool(named("b"), Samples.pool(PoolProtocol.HTTP), List.of(), null);
        var http = new New.OfPool(named("a"), Samples.pool(PoolProtocol.HTTP), List.of(), null);
        var listener = new New.OfListener(
                Samples.LABELS,
                Samples.listener(ListenerProtocol.HTTP, 80),
                null,
                List.of(
                        new New.OfL7Policy(Samples.LABELS, spec, reference("a"), rules),
                        new New.OfL7Policy(Samples.LABELS, spec, inline, List.of())));

        planted(tree, Locking.LOAD_BALANCER).all(List.of(http), List.of(listener));

        View.Tree created = Views.of(tree);
        assertThat(created.l7Policies())
                .extracting(policy -> policy.spec().redirectPoolId())
                .containsExactly(
                        created.pools().get(0).state().id(),
                        created.pools().get(1).state().id());
        assertThat(created.l7Policies())
                .extracting(policy -> policy.spec().position())
                .containsExactly(1, 2);
        assertThat(created.l7Rules())
                .extracting(View.OfL7Rule::policyId)
                .containsExactly(created.l7Policies().get(0).state().id());
    }

    @Test
    void redirectsAreToPoolsThatAreDefined() {
        var policy = new New.OfL7Policy(
                Samples.LABELS, Samples.policy(L7Action.REDIRECT_TO_POOL), reference("b"), List.of());

        refused(
                "Pool 'b' was referenced but no full definition was found.",
                List.of(pool("a")),
                List.of(new New.OfListener(
                        Samples.LABELS, Samples.listener(ListenerProtocol.HTTP, 80), null, List.of(policy))));
    }

    @Test
    void poolsHaveNames() {
        String words = "Pools must be named when creating a fully populated loadbalancer.";

        refused(words, List.of(pool("")), List.of());
        refused(words, List.of(), List.of(listener(80, pool(""))));
        refused(words, List.of(), List.of(listener(80, reference(""))));
    }

    @Test
    void namesOfPoolsAreUnique() {
        String words = "Pool names must be unique when creating a fully populated loadbalancer.";

        refused(words, List.of(pool("a"), pool("a")), List.of());
        refused(words, List.of(pool("a")), List.of(listener(80, pool("a"))));
    }

    @Test
    void poolsThatAreReferredToAreDefined() {
        refused(
                "Pool 'b' was referenced but no full definition was found.",
                List.of(pool("a")),
                List.of(listener(80, reference("b"))));
    }

    @Test
    void theRulesOfSingleCreatesHold() {
        var http = new New.OfPool(named("a"), Samples.pool(PoolProtocol.HTTP), List.of(), null);
        var https = new New.OfListener(
                Samples.LABELS, Samples.listener(ListenerProtocol.HTTPS, 443), reference("a"), List.of());
        var twice = new New.OfPool(
                named("a"), Samples.pool(PoolProtocol.TCP), List.of(member("10.0.0.1"), member("10.0.0.1")), null);

        refused(
                "The pool protocol 'HTTP' is invalid while the listener protocol is 'HTTPS'.",
                List.of(http),
                List.of(https));
        assertThatThrownBy(() -> planted(Samples.tree(), Locking.OBJECT).all(List.of(twice), List.of()))
                .hasMessage("Another member on this pool is already using ip 10.0.0.1 on protocol_port 80");
    }

    @Test
    void whatTheDeviceRefusesIsTheOnlyThingInError() {
        planted(tree, Locking.OBJECT).all(List.of(), List.of(listener(80, pool("a")), listener(81, null)));
        var guilty = tree.listeners().reduce((first, second) -> second).orElseThrow();
        var root = tree.root();

        new Settlement(tree, Samples.NOW).settle(Results.failure(root.id(), 1, FailureKind.DEVICE_REFUSED, guilty));
        new Settlement(tree, Samples.NOW).settle(Results.success(Operation.APPLY, root.id(), root.generation()));

        assertThat(tree.objects())
                .filteredOn(object -> object.provisioningStatus() == ProvisioningStatus.ERROR)
                .singleElement()
                .isSameAs(guilty);
        assertThat(tree.objects()).noneMatch(Provisioned::pending);
    }

    private static Graph planted(LoadBalancerTree tree, Locking locking) {
        return new TreeEditor(tree, Samples.terms(locking, Samples.ALL)).graph();
    }

    private static void refused(String detail, List<New.OfPool> pools, List<New.OfListener> listeners) {
        assertThatThrownBy(() -> planted(Samples.tree(), Locking.OBJECT).all(pools, listeners))
                .isInstanceOf(Fault.class)
                .hasMessage("Validation failure: " + detail);
    }

    private static New.OfListener listener(int port, New.OfPool defaultPool) {
        return new New.OfListener(Samples.LABELS, Samples.listener(ListenerProtocol.TCP, port), defaultPool, List.of());
    }

    private static New.OfPool pool(String name) {
        return new New.OfPool(named(name), Samples.pool(PoolProtocol.TCP), List.of(), null);
    }

    private static New.OfPool reference(String name) {
        return new New.OfPool(named(name), null, List.of(), null);
    }

    private static New.OfMember member(String address) {
        return new New.OfMember(Samples.LABELS, Samples.member(address, 80));
    }

    private static Labels named(String name) {
        return new Labels(name, "", List.of());
    }
}
