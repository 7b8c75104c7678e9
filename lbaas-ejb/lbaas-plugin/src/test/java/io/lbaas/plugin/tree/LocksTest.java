package io.lbaas.plugin.tree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lbaas.message.Operation;
import io.lbaas.model.ListenerProtocol;
import io.lbaas.model.PoolProtocol;
import io.lbaas.model.ProvisioningStatus;
import io.lbaas.plugin.Results;
import io.lbaas.plugin.Samples;
import io.lbaas.plugin.api.Fault;
import io.lbaas.plugin.entity.Listener;
import io.lbaas.plugin.entity.Pool;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LocksTest {

    private final LoadBalancerTree tree = Samples.tree();
    private Listener listener;
    private Pool pool;

    @BeforeEach
    void activeTree() {
        pool = edit().pools().create(null, Samples.LABELS, Samples.pool(PoolProtocol.TCP));
        tree.add(pool);
        var spec = Samples.listener(ListenerProtocol.TCP, 80).withDefaultPool(pool.id());
        listener = edit().listeners().create(Samples.LABELS, spec);
        tree.add(listener);
        confirm();
    }

    @Test
    void anObjectThatIsPendingRefusesChanges() {
        edit().listeners().update(listener.id(), Samples.noChange());

        refused(
                () -> edit().listeners().update(listener.id(), Samples.noChange()),
                "Listener " + listener.id() + " is immutable and cannot be updated.");
    }

    @Test
    void aLoadBalancerFailsOverWhenNothingOfItIsPending() {
        edit().listeners().update(listener.id(), Samples.noChange());
        refused(
                () -> edit().loadBalancer().failOver(),
                "Invalid state PENDING_UPDATE of loadbalancer resource "
                        + tree.root().id());
        confirm();

        long before = tree.root().generation();
        edit().loadBalancer().failOver();

        assertThat(tree.root().provisioningStatus()).isEqualTo(ProvisioningStatus.PENDING_UPDATE);
        assertThat(tree.root().generation()).isEqualTo(before + 1);
        assertThat(listener.provisioningStatus()).isEqualTo(ProvisioningStatus.ACTIVE);
    }

    @Test
    void itsSiblingsAndParentsAcceptThem() {
        edit().listeners().update(listener.id(), Samples.noChange());

        edit().pools().update(pool.id(), Samples.noChange());
        edit().loadBalancer().update(Samples.noChange());

        assertThat(pool.pending()).isTrue();
        assertThat(tree.root().pending()).isTrue();
    }

    @Test
    void parentsShowThatSomethingIsPendingBeneath() {
        edit().members().create(pool.id(), Samples.LABELS, Samples.member("10.0.0.1", 80));
        var seen = edit().tree();
        seen.add(edit().members().create(pool.id(), Samples.LABELS, Samples.member("10.0.0.2", 80)));

        assertThat(Views.of(seen, pool).state().provisioningStatus()).isEqualTo(ProvisioningStatus.PENDING_UPDATE);
        assertThat(Views.of(seen, listener).state().provisioningStatus()).isEqualTo(ProvisioningStatus.PENDING_UPDATE);
        assertThat(Views.of(seen, tree.root()).state().provisioningStatus())
                .isEqualTo(ProvisioningStatus.PENDING_UPDATE);
    }

    @Test
    void aDoomedPoolRefusesMembersAndListeners() {
        edit().pools().delete(pool.id());
        String words = "Pool " + pool.id() + " is immutable and cannot be updated.";

        refused(() -> edit().members().create(pool.id(), Samples.LABELS, Samples.member("10.0.0.1", 80)), words);
        refused(() -> edit().listeners().update(listener.id(), Samples.noChange()), words);
    }

    @Test
    void aDoomedLoadBalancerRefusesEverything() {
        edit().loadBalancer().delete(true);

        String words = "Load Balancer " + tree.root().id() + " is immutable and cannot be updated.";
        refused(() -> edit().listeners().delete(listener.id()), words);
        refused(() -> edit().pools().create(null, Samples.LABELS, Samples.pool(PoolProtocol.TCP)), words);
        refused(
                () -> edit().loadBalancer().delete(true),
                "Invalid state PENDING_DELETE of loadbalancer resource "
                        + tree.root().id());
    }

    @Test
    void aLoadBalancerThatCouldNotBeDeletedInTimeCanBeDeletedAgainOnly() {
        edit().loadBalancer().delete(true);
        new Settlement(tree, Samples.DEADLINE).expire("late");

        refused(
                () -> edit().loadBalancer().update(Samples.noChange()),
                "Invalid state ERROR of loadbalancer resource " + tree.root().id());
        edit().loadBalancer().delete(true);

        assertThat(tree.root().provisioningStatus()).isEqualTo(ProvisioningStatus.PENDING_DELETE);
    }

    @Test
    void theWholeLoadBalancerCanBeLockedInstead() {
        edit().listeners().update(listener.id(), Samples.noChange());

        var strict = Samples.editor(tree, Locking.LOAD_BALANCER, Samples.ALL);
        refused(
                () -> strict.pools().update(pool.id(), Samples.noChange()),
                "Load Balancer " + tree.root().id() + " is immutable and cannot be updated.");
        refused(
                () -> strict.loadBalancer().update(Samples.noChange()),
                "Invalid state PENDING_UPDATE of loadbalancer resource "
                        + tree.root().id());
    }

    private TreeEditor edit() {
        return Samples.editor(tree);
    }

    private void confirm() {
        var root = tree.root();
        new Settlement(tree, Samples.NOW).settle(Results.success(Operation.APPLY, root.id(), root.generation()));
    }

    private static void refused(ThrowingCallable change, String words) {
        assertThatThrownBy(change)
                .isInstanceOfSatisfying(
                        Fault.class, fault -> assertThat(fault.kind()).isEqualTo(Fault.Kind.IMMUTABLE))
                .hasMessage(words);
    }
}
