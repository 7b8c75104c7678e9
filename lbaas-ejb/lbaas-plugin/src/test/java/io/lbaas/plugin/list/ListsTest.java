package io.lbaas.plugin.list;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.lbaas.model.L7Action;
import io.lbaas.model.L7CompareType;
import io.lbaas.model.L7PolicySpec;
import io.lbaas.model.L7RuleSpec;
import io.lbaas.model.L7RuleType;
import io.lbaas.model.ListenerProtocol;
import io.lbaas.model.MonitorType;
import io.lbaas.model.PoolProtocol;
import io.lbaas.model.ProvisioningStatus;
import io.lbaas.plugin.Postgres;
import io.lbaas.plugin.Samples;
import io.lbaas.plugin.StoredTree;
import io.lbaas.plugin.api.New;
import io.lbaas.plugin.api.Query;
import io.lbaas.plugin.api.Query.Sort;
import io.lbaas.plugin.api.View;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ListsTest {

    private final StoredTree stored = StoredTree.plant();

    @Test
    void aPoolShowsWhatBelongsToIt() {
        var poolId = stored.change(editor -> {
            var pool = editor.pools().create(null, Samples.LABELS, Samples.pool(PoolProtocol.TCP));
            editor.listeners()
                    .create(
                            Samples.LABELS,
                            Samples.listener(ListenerProtocol.TCP, 80).withDefaultPool(pool.id()));
            editor.members().create(pool.id(), Samples.LABELS, Samples.member("10.0.0.1", 80));
            editor.healthMonitors().create(pool.id(), Samples.LABELS, Samples.monitor(MonitorType.TCP));
            return pool.id();
        });
        var expected = stored.read(tree -> List.of(
                tree.listeners().findFirst().orElseThrow().id(),
                tree.members().findFirst().orElseThrow().id(),
                tree.monitors().findFirst().orElseThrow().id()));

        View.OfPool pool = read(lists -> lists.pool(poolId));

        assertThat(pool.listeners()).containsExactly(expected.get(0));
        assertThat(pool.members()).containsExactly(expected.get(1));
        assertThat(pool.healthMonitorId()).isEqualTo(expected.get(2));
        assertThat(read(lists -> lists.loadBalancer(stored.id())).pools()).containsExactly(poolId);
    }

    @Test
    void parentsShowThatAMemberIsPending() {
        var pool = stored.change(editor -> editor.pools()
                .create(null, Samples.LABELS, Samples.pool(PoolProtocol.TCP))
                .id());
        var listener = stored.change(editor -> editor.listeners()
                .create(
                        Samples.LABELS,
                        Samples.listener(ListenerProtocol.TCP, 80).withDefaultPool(pool))
                .id());
        stored.confirmAll();
        assertThat(statuses(pool, listener)).containsOnly(ProvisioningStatus.ACTIVE);

        stored.change(editor -> editor.members().create(pool, Samples.LABELS, Samples.member("10.0.0.1", 80)));

        assertThat(statuses(pool, listener)).containsOnly(ProvisioningStatus.PENDING_UPDATE);
        for (var status : ProvisioningStatus.values()) {
            boolean shown = status == ProvisioningStatus.PENDING_UPDATE;
            var byStatus = query(Map.of("provisioning_status", status.name()), List.of(), 0, null, false);
            assertThat(listeners(byStatus)).hasSize(shown ? 1 : 0);
            List<View.OfPool> pools = read(lists -> lists.pools(byStatus));
            assertThat(pools).hasSize(shown ? 1 : 0);
            var ofRoot = new Query(
                    null,
                    Map.of(
                            "provisioning_status",
                            status.name(),
                            "id",
                            stored.id().toString()),
                    List.of(new Sort("provisioning_status", true)),
                    0,
                    null,
                    false);
            List<View.OfLoadBalancer> roots = read(lists -> lists.loadBalancers(ofRoot));
            assertThat(roots).hasSize(shown ? 1 : 0);
        }
    }

    @Test
    void theStatusThatFiltersSeeIsTheOneThatIsShown() {
        var listener = stored.change(editor -> {
            var http = Samples.listener(ListenerProtocol.HTTP, 80);
            var policy = new New.OfL7Policy(
                    Samples.LABELS,
                    Samples.policy(L7Action.REDIRECT_TO_POOL),
                    new New.OfPool(Samples.LABELS, Samples.pool(PoolProtocol.HTTP), List.of(), null),
                    List.of(new New.OfL7Rule(Samples.LABELS, Samples.rule("/"))));
            return editor.graph()
                    .listener(new New.OfListener(Samples.LABELS, http, null, List.of(policy)))
                    .id();
        });
        stored.confirmAll();
        UUID pool = stored.read(tree -> tree.pools().findFirst().orElseThrow().id());
        UUID policy =
                stored.read(tree -> tree.l7Policies().findFirst().orElseThrow().id());
        UUID rule = stored.read(tree -> tree.l7Rules().findFirst().orElseThrow().id());

        assertThat(listeners(withStatus(ProvisioningStatus.ACTIVE))).hasSize(1);
        stored.change(editor -> editor.l7Rules().update(policy, rule, Samples.noChange()));
        assertThat(listeners(withStatus(ProvisioningStatus.PENDING_UPDATE))).hasSize(1);
        List<View.OfL7Policy> pending = read(lists -> lists.l7Policies(new Query(
                null,
                Map.of("provisioning_status", "PENDING_UPDATE", "listener_id", listener.toString()),
                List.of(),
                0,
                null,
                false)));
        assertThat(pending).hasSize(1);
        stored.confirmAll();
        stored.change(editor -> editor.members().create(pool, Samples.LABELS, Samples.member("10.0.0.1", 80)));
        assertThat(listeners(withStatus(ProvisioningStatus.PENDING_UPDATE))).hasSize(1);
        assertThat(poolsOf(listener)).hasSize(1);
    }

    private Query withStatus(ProvisioningStatus status) {
        return query(Map.of("provisioning_status", status.name()), List.of(), 0, null, false);
    }

    @Test
    void poolsAreFoundByTheirListeners() {
        var listener = stored.change(editor -> editor.listeners()
                .create(Samples.LABELS, Samples.listener(ListenerProtocol.TCP, 80))
                .id());
        var pool = stored.change(editor -> editor.pools()
                .create(listener, Samples.LABELS, Samples.pool(PoolProtocol.TCP))
                .id());
        stored.change(editor -> editor.pools().create(null, Samples.LABELS, Samples.pool(PoolProtocol.TCP)));

        assertThat(poolsOf(listener)).extracting(view -> view.state().id()).containsExactly(pool);
        assertThat(poolsOf(UUID.randomUUID())).isEmpty();
        assertThatThrownBy(() -> read(
                        lists -> lists.pools(query(Map.of(), List.of(new Sort("listener_id", false)), 0, null, false))))
                .hasMessage("Supplied sort key 'listener_id' is not valid.");
    }

    private List<View.OfPool> poolsOf(UUID listener) {
        return read(lists -> lists.pools(query(Map.of("listener_id", listener.toString()), List.of(), 0, null, false)));
    }

    @Test
    void policiesAreInTheOrderInWhichTheyAreTried() {
        var listener = stored.change(editor -> editor.listeners()
                .create(Samples.LABELS, Samples.listener(ListenerProtocol.HTTP, 80))
                .id());
        var spec = new L7PolicySpec(L7Action.REJECT, null, null, null, null, 1, true);
        var last = stored.change(editor -> editor.l7Policies().create(listener, Samples.LABELS, spec));
        var first = stored.change(editor -> editor.l7Policies().create(listener, Samples.LABELS, spec));
        stored.confirmAll();
        var rule = stored.change(editor -> editor.l7Rules()
                .create(
                        first.id(),
                        Samples.LABELS,
                        new L7RuleSpec(L7RuleType.PATH, L7CompareType.EQUAL_TO, null, "/", false, true)));

        var query = new Query(null, Map.of("listener_id", listener.toString()), List.of(), 0, null, false);
        List<View.OfL7Policy> policies = read(lists -> lists.l7Policies(query));
        assertThat(policies)
                .extracting(view -> view.state().id(), view -> view.state().provisioningStatus())
                .containsExactly(
                        tuple(first.id(), ProvisioningStatus.PENDING_UPDATE),
                        tuple(last.id(), ProvisioningStatus.ACTIVE));
        var seen = read(lists -> lists.listener(listener));
        assertThat(seen.l7Policies()).containsExactly(first.id(), last.id());
        assertThat(seen.state().provisioningStatus()).isEqualTo(ProvisioningStatus.PENDING_UPDATE);
        assertThat(read(lists -> lists.l7Policy(first.id())).rules()).containsExactly(rule.id());
        var all = new Query(null, Map.of(), List.of(), 0, null, false);
        List<View.OfL7Rule> rules = read(lists -> lists.l7Rules(first.id(), all));
        assertThat(rules).hasSize(1);
        assertThatThrownBy(() -> read(lists -> lists.l7Rule(last.id(), rule.id())))
                .hasMessage("L7 Rule " + rule.id() + " not found.");
    }

    @Test
    void aPoolAndAListenerKnowEachOtherThroughAPolicy() {
        var pool = stored.change(editor -> editor.pools()
                .create(null, Samples.LABELS, Samples.pool(PoolProtocol.HTTP))
                .id());
        var listener = stored.change(editor -> editor.listeners()
                .create(Samples.LABELS, Samples.listener(ListenerProtocol.HTTP, 80))
                .id());
        var spec = new L7PolicySpec(L7Action.REDIRECT_TO_POOL, pool, null, null, null, 1, true);
        stored.change(editor -> editor.l7Policies().create(listener, Samples.LABELS, spec));
        stored.confirmAll();
        stored.change(editor -> editor.members().create(pool, Samples.LABELS, Samples.member("10.0.0.1", 80)));

        assertThat(read(lists -> lists.pool(pool)).listeners()).containsExactly(listener);
        assertThat(statuses(pool, listener)).containsOnly(ProvisioningStatus.PENDING_UPDATE);
    }

    @ParameterizedTest
    @CsvSource({
        "protocol,TCP,3",
        "protocol_port,81,1",
        "admin_state_up,True,3",
        "admin_state_up,0,0",
        "name,web,3",
        "id,no-uuid,0",
        "tags,'a,b',3",
        "tags,'a,c',0",
        "tags-any,'a,c',3",
        "not-tags,'a,c',3",
        "not-tags-any,'a,c',0",
        "created_at,2026-01-01T00:00:00,3"
    })
    void filtersByAnyAttribute(String attribute, String value, int matches) {
        var ports = ports();

        assertThat(listeners(query(Map.of(attribute, value), List.of(), 0, null, false)))
                .hasSize(matches);
        assertThat(ports).hasSize(3);
    }

    @Test
    void sortsByNumbersAsNumbers() {
        ports();

        assertThat(listeners(query(Map.of(), List.of(new Sort("protocol_port", true)), 0, null, false)))
                .extracting(view -> view.spec().protocolPort())
                .containsExactly(1000, 81, 80);
    }

    @ParameterizedTest
    @CsvSource({"false,false", "true,false", "false,true", "true,true"})
    void pagesHoldEverythingOnce(boolean descending, boolean reverse) {
        ports();
        var sort = List.of(new Sort("protocol", descending), new Sort("protocol_port", descending));
        var seen = new ArrayList<Integer>();
        String marker = null;
        List<View.OfListener> page;
        do {
            page = listeners(query(Map.of(), sort, 2, marker, reverse));
            page.forEach(view -> seen.add(view.spec().protocolPort()));
            if (!page.isEmpty()) {
                marker = page.get(reverse ? 0 : page.size() - 1).state().id().toString();
            }
        } while (!page.isEmpty());

        assertThat(seen).containsExactlyInAnyOrder(80, 81, 1000);
    }

    @Test
    void refusesWhatItDoesNotKnow() {
        assertThatThrownBy(() -> listeners(query(Map.of("x; drop table", "1"), List.of(), 0, null, false)))
                .hasMessage("One or more arguments are either duplicate or invalid");
        assertThatThrownBy(() -> listeners(query(Map.of(), List.of(new Sort("x", false)), 0, null, false)))
                .hasMessage("Supplied sort key 'x' is not valid.");
        var unknown = UUID.randomUUID();
        assertThatThrownBy(() -> listeners(query(Map.of(), List.of(), 0, unknown.toString(), false)))
                .hasMessage("Supplied pagination marker '" + unknown + "' is not valid.");
    }

    private List<Integer> ports() {
        var ports = List.of(1000, 80, 81);
        ports.forEach(port -> stored.change(
                editor -> editor.listeners().create(Samples.LABELS, Samples.listener(ListenerProtocol.TCP, port))));
        return ports;
    }

    private List<ProvisioningStatus> statuses(UUID pool, UUID listener) {
        return List.of(
                read(lists -> lists.pool(pool)).state().provisioningStatus(),
                read(lists -> lists.listener(listener)).state().provisioningStatus(),
                read(lists -> lists.loadBalancer(stored.id())).state().provisioningStatus());
    }

    private List<View.OfListener> listeners(Query query) {
        return read(lists -> lists.listeners(query));
    }

    private Query query(Map<String, String> filters, List<Sort> sort, int limit, String marker, boolean reverse) {
        var own = new HashMap<>(filters);
        own.put("loadbalancer_id", stored.id().toString());
        return new Query(null, own, sort, limit, marker, reverse);
    }

    private static <T> T read(Function<Lists, T> reader) {
        return Postgres.inTransaction(session -> reader.apply(new Lists(new Rows(session))));
    }
}
