package io.lbaas.plugin.list;

import static org.assertj.core.api.Assertions.assertThat;

import io.lbaas.model.ListenerProtocol;
import io.lbaas.model.ObjectType;
import io.lbaas.plugin.Postgres;
import io.lbaas.plugin.Samples;
import io.lbaas.plugin.StoredTree;
import io.lbaas.plugin.api.Query;
import io.lbaas.plugin.entity.Listener;
import io.lbaas.plugin.entity.LoadBalancer;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** With many objects in the store, no list reads those that it does not return. */
class IndexUseTest {

    private static final int MANY = 5_000;
    private static final int PAGE = 20;

    /** How many rows a page may read on the way: its own, and those found again by their keys. */
    private static final int FEW = 4 * PAGE;

    private static final Pattern ROWS = Pattern.compile("\"(?:Actual Rows|Rows Removed by [\\w ]+)\": (\\d+)");
    private static final UUID SOME = new UUID(0, 1);

    private static final Source<LoadBalancer> LOAD_BALANCERS = Source.of(ObjectType.LOAD_BALANCER, LoadBalancer.class);
    private static final Source<Listener> LISTENERS = Source.of(ObjectType.LISTENER, Listener.class);

    private static List<ListStatement> lists(UUID last) {
        return List.of(
                ListStatement.of(LOAD_BALANCERS, query("project", Map.of(), null)),
                ListStatement.of(LOAD_BALANCERS, query("project", Map.of(), SOME)),
                ListStatement.of(LOAD_BALANCERS, query(null, Map.of(), null)),
                ListStatement.of(LOAD_BALANCERS, query(null, Map.of(), SOME)),
                ListStatement.of(LOAD_BALANCERS, query(null, Map.of("name", "nobody"), null)),
                ListStatement.of(LOAD_BALANCERS, query(null, Map.of("id", SOME.toString()), null)),
                ListStatement.of(LISTENERS, query(null, Map.of("loadbalancer_id", SOME.toString()), null)),
                ListStatement.of(LISTENERS, query("project", Map.of("name", "nobody"), null)),
                ListStatement.of(LOAD_BALANCERS, query("project", Map.of(), last)),
                ListStatement.of(LOAD_BALANCERS, query(null, Map.of(), last)));
    }

    @Test
    void readsNoMoreThanItReturns() {
        List<String> plans = Postgres.undone(session -> {
            multiply(session);
            return lists(nearTheEnd(session)).stream()
                    .map(statement -> plan(session, statement))
                    .toList();
        });

        assertThat(plans)
                .isNotEmpty()
                .allSatisfy(plan -> assertThat(rowsRead(plan)).as(plan).isLessThan(FEW));
    }

    private static int rowsRead(String plan) {
        return ROWS.matcher(plan)
                .results()
                .mapToInt(found -> Integer.parseInt(found.group(1)))
                .sum();
    }

    private static UUID nearTheEnd(EntityManager session) {
        return (UUID) session.createNativeQuery(
                        "select id from load_balancer order by created_at desc, id desc limit 1 offset " + PAGE)
                .getSingleResult();
    }

    private static Query query(String project, Map<String, String> filters, UUID marker) {
        return new Query(project, filters, List.of(), PAGE, marker == null ? null : marker.toString(), false);
    }

    private static String plan(EntityManager session, ListStatement statement) {
        var explain = session.createNativeQuery("explain (analyze, timing off, format json) " + statement.sql());
        List<?> parameters = statement.parameters();
        for (int i = 0; i < parameters.size(); i++) {
            explain.setParameter(i + 1, parameters.get(i));
        }
        Stream<?> lines = explain.getResultStream();
        return lines.map(String::valueOf).collect(Collectors.joining("\n"));
    }

    /** Copies a load balancer and its listener many times, each listener to a load balancer of its own. */
    private static void multiply(EntityManager session) {
        StoredTree model = StoredTree.plant();
        model.change(editor -> editor.listeners().create(Samples.LABELS, Samples.listener(ListenerProtocol.TCP, 80)));
        copy(session, "load_balancer", "o.id", model.id(), "'id', md5(n::text)::uuid, 'vip_address', n::text");
        copy(session, "listener", "o.load_balancer_id", model.id(), "'load_balancer_id', md5(n::text)::uuid");
        session.createNativeQuery("analyze").executeUpdate();
    }

    private static void copy(EntityManager session, String table, String key, UUID value, String changed) {
        session.createNativeQuery("insert into " + table + " select (jsonb_populate_record(o, jsonb_build_object("
                        + "'id', gen_random_uuid(), 'name', n::text, 'created_at', now() + n * interval '1 s', "
                        + changed + "))).* from " + table + " o, generate_series(1, " + MANY + ") n where " + key
                        + " = ?")
                .setParameter(1, value)
                .executeUpdate();
    }
}
