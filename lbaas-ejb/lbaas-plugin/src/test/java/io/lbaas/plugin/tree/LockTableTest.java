package io.lbaas.plugin.tree;

import static io.lbaas.model.ProvisioningStatus.ACTIVE;
import static io.lbaas.model.ProvisioningStatus.ERROR;
import static io.lbaas.model.ProvisioningStatus.PENDING_CREATE;
import static io.lbaas.model.ProvisioningStatus.PENDING_DELETE;
import static io.lbaas.model.ProvisioningStatus.PENDING_UPDATE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.lbaas.message.Operation;
import io.lbaas.model.L7Action;
import io.lbaas.model.ListenerProtocol;
import io.lbaas.model.MonitorType;
import io.lbaas.model.PoolProtocol;
import io.lbaas.model.ProvisioningStatus;
import io.lbaas.plugin.Results;
import io.lbaas.plugin.Samples;
import io.lbaas.plugin.api.Fault;
import io.lbaas.plugin.api.New;
import io.lbaas.plugin.entity.HealthMonitor;
import io.lbaas.plugin.entity.Intent;
import io.lbaas.plugin.entity.L7Policy;
import io.lbaas.plugin.entity.L7Rule;
import io.lbaas.plugin.entity.Listener;
import io.lbaas.plugin.entity.LoadBalancer;
import io.lbaas.plugin.entity.Member;
import io.lbaas.plugin.entity.Pool;
import io.lbaas.plugin.entity.Provisioned;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every change in every state of what it changes and of what is above that. */
class LockTableTest {

    private static final Set<ProvisioningStatus> STATES =
            EnumSet.of(ACTIVE, ERROR, PENDING_CREATE, PENDING_UPDATE, PENDING_DELETE);
    private static final Set<ProvisioningStatus> SETTLED = EnumSet.of(ACTIVE, ERROR);
    private static final Set<ProvisioningStatus> STAYING = EnumSet.of(ACTIVE, ERROR, PENDING_CREATE, PENDING_UPDATE);
    private static final Set<ProvisioningStatus> ONLY_ACTIVE = EnumSet.of(ACTIVE);

    /** Whose state is looked at. */
    private enum Place {
        LOAD_BALANCER,
        /** The pool of a member or health monitor, the policy of a rule. */
        OWNER,
        TARGET
    }

    /** The states in which changes of what is beneath a load balancer are accepted. */
    private static final Map<Locking, Map<Place, Set<ProvisioningStatus>>> ACCEPTED = Map.of(
            Locking.OBJECT,
            Map.of(Place.LOAD_BALANCER, STAYING, Place.OWNER, STAYING, Place.TARGET, SETTLED),
            Locking.LOAD_BALANCER,
            Map.of(Place.LOAD_BALANCER, ONLY_ACTIVE, Place.OWNER, ONLY_ACTIVE, Place.TARGET, SETTLED));

    /** The same for changes of the load balancer itself. */
    private static final Map<Locking, Map<Change, Set<ProvisioningStatus>>> ROOT_ACCEPTED = Map.of(
            Locking.OBJECT, Map.of(Change.UPDATE_ROOT, SETTLED, Change.DELETE_ROOT, SETTLED),
            Locking.LOAD_BALANCER, Map.of(Change.UPDATE_ROOT, ONLY_ACTIVE, Change.DELETE_ROOT, SETTLED));

    @SuppressWarnings("ImmutableEnumChecker") // the functions have no state
    private enum Change {
        UPDATE_ROOT(site -> site.root, null, (site, edit) -> edit.loadBalancer().update(Samples.noChange())),
        DELETE_ROOT(site -> site.root, null, (site, edit) -> edit.loadBalancer().delete(true)),
        CREATE_LISTENER(null, null, (site, edit) -> edit.listeners()
                .create(Samples.LABELS, Samples.listener(ListenerProtocol.TCP, 81))),
        UPDATE_LISTENER(site -> site.listener, null, (site, edit) -> edit.listeners()
                .update(site.listener.id(), Samples.noChange())),
        DELETE_LISTENER(
                site -> site.listener, null, (site, edit) -> edit.listeners().delete(site.listener.id())),
        CREATE_POOL(
                null, null, (site, edit) -> edit.pools().create(null, Samples.LABELS, Samples.pool(PoolProtocol.TCP))),
        UPDATE_POOL(site -> site.pool, null, (site, edit) -> edit.pools().update(site.pool.id(), Samples.noChange())),
        DELETE_POOL(site -> site.pool, null, (site, edit) -> edit.pools().delete(site.pool.id())),
        CREATE_MEMBER(null, site -> site.pool, (site, edit) -> edit.members()
                .create(site.pool.id(), Samples.LABELS, Samples.member("10.0.0.9", 80))),
        UPDATE_MEMBER(site -> site.member, site -> site.pool, (site, edit) -> edit.members()
                .update(site.pool.id(), site.member.id(), Samples.noChange())),
        DELETE_MEMBER(site -> site.member, site -> site.pool, (site, edit) -> edit.members()
                .delete(site.pool.id(), site.member.id())),
        REPLACE_MEMBERS(null, site -> site.pool, (site, edit) -> edit.members()
                .replace(
                        site.pool.id(),
                        List.of(new New.OfMember(Samples.LABELS, Samples.member("10.0.0.9", 80))),
                        true)),
        CREATE_MONITOR(null, site -> site.bare, (site, edit) -> edit.healthMonitors()
                .create(site.bare.id(), Samples.LABELS, Samples.monitor(MonitorType.TCP))),
        UPDATE_MONITOR(site -> site.monitor, site -> site.pool, (site, edit) -> edit.healthMonitors()
                .update(site.monitor.id(), Samples.noChange())),
        DELETE_MONITOR(site -> site.monitor, site -> site.pool, (site, edit) -> edit.healthMonitors()
                .delete(site.monitor.id())),
        CREATE_POLICY(null, null, (site, edit) -> edit.l7Policies()
                .create(site.listener.id(), Samples.LABELS, Samples.policy(L7Action.REJECT))),
        UPDATE_POLICY(site -> site.policy, null, (site, edit) -> edit.l7Policies()
                .update(site.policy.id(), Samples.noChange())),
        DELETE_POLICY(
                site -> site.policy, null, (site, edit) -> edit.l7Policies().delete(site.policy.id())),
        CREATE_RULE(null, site -> site.policy, (site, edit) -> edit.l7Rules()
                .create(site.policy.id(), Samples.LABELS, Samples.rule("/a"))),
        UPDATE_RULE(site -> site.rule, site -> site.policy, (site, edit) -> edit.l7Rules()
                .update(site.policy.id(), site.rule.id(), Samples.noChange())),
        DELETE_RULE(site -> site.rule, site -> site.policy, (site, edit) -> edit.l7Rules()
                .delete(site.policy.id(), site.rule.id()));

        private final Map<Place, Function<Site, Provisioned<?>>> places;
        private final BiConsumer<Site, TreeEditor> make;

        Change(
                Function<Site, Provisioned<?>> target,
                Function<Site, Provisioned<?>> owner,
                BiConsumer<Site, TreeEditor> make) {
            this.make = make;
            this.places = new EnumMap<>(Place.class);
            places.put(Place.LOAD_BALANCER, site -> site.root);
            if (owner != null) {
                places.put(Place.OWNER, owner);
            }
            if (target != null) {
                places.put(Place.TARGET, target);
            }
        }

        boolean ofRoot() {
            return this == UPDATE_ROOT || this == DELETE_ROOT;
        }
    }

    /** A load balancer whose objects are all ACTIVE. */
    private static final class Site {
        private final LoadBalancerTree tree = Samples.tree();
        private final LoadBalancer root = tree.root();
        private final Listener listener;
        private final Pool pool;
        private final Pool bare;
        private final Member member;
        private final HealthMonitor monitor;
        private final L7Policy policy;
        private final L7Rule rule;

        Site() {
            var editor = new TreeEditor(tree, Samples.terms(Locking.OBJECT, Samples.ALL));
            listener = editor.listeners().create(Samples.LABELS, Samples.listener(ListenerProtocol.HTTP, 80));
            pool = editor.pools().create(listener.id(), Samples.LABELS, Samples.pool(PoolProtocol.HTTP));
            bare = editor.pools().create(null, Samples.LABELS, Samples.pool(PoolProtocol.TCP));
            member = editor.members().create(pool.id(), Samples.LABELS, Samples.member("10.0.0.1", 80));
            monitor = editor.healthMonitors().create(pool.id(), Samples.LABELS, Samples.monitor(MonitorType.TCP));
            policy = editor.l7Policies().create(listener.id(), Samples.LABELS, Samples.policy(L7Action.REJECT));
            rule = editor.l7Rules().create(policy.id(), Samples.LABELS, Samples.rule("/"));
            new Settlement(tree, Samples.NOW).settle(Results.success(Operation.APPLY, root.id(), root.generation()));
        }

        void put(Provisioned<?> object, ProvisioningStatus status) {
            if (status == ACTIVE) {
                return;
            }
            Intent intent = Arrays.stream(Intent.values())
                    .filter(each -> each.pending() == status)
                    .findFirst()
                    .orElse(Intent.UPDATE);
            object.ask(intent, object.changedIn(), Samples.DEADLINE, Samples.NOW);
            if (status == ERROR) {
                object.refuse("no", Samples.NOW);
            }
        }
    }

    static Stream<Arguments> beneath() {
        return Arrays.stream(Locking.values()).flatMap(locking -> Arrays.stream(Change.values())
                .filter(change -> !change.ofRoot())
                .flatMap(change -> change.places.keySet().stream()
                        .flatMap(place -> STATES.stream().map(state -> arguments(locking, change, place, state)))));
    }

    static Stream<Arguments> ofRoot() {
        return Arrays.stream(Locking.values()).flatMap(locking -> Stream.of(Change.UPDATE_ROOT, Change.DELETE_ROOT)
                .flatMap(change -> STATES.stream().map(state -> arguments(locking, change, state))));
    }

    @ParameterizedTest
    @MethodSource
    void beneath(Locking locking, Change change, Place place, ProvisioningStatus state) {
        expect(locking, change, place, state, ACCEPTED.get(locking).get(place).contains(state));
    }

    @ParameterizedTest
    @MethodSource
    void ofRoot(Locking locking, Change change, ProvisioningStatus state) {
        expect(
                locking,
                change,
                Place.TARGET,
                state,
                ROOT_ACCEPTED.get(locking).get(change).contains(state));
    }

    private static void expect(
            Locking locking, Change change, Place place, ProvisioningStatus state, boolean accepted) {
        var site = new Site();
        site.put(change.places.get(place).apply(site), state);
        var editor = Samples.editor(site.tree, locking, Samples.ALL);

        if (accepted) {
            change.make.accept(site, editor);
            assertThat(editor.tree().changed()).isTrue();
        } else {
            assertThatThrownBy(() -> change.make.accept(site, editor))
                    .isInstanceOfSatisfying(
                            Fault.class, fault -> assertThat(fault.kind()).isEqualTo(Fault.Kind.IMMUTABLE));
            assertThat(editor.tree().changed()).isFalse();
        }
    }
}
