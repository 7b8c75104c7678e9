package io.lbaas.plugin.list;

import static org.assertj.core.api.Assertions.assertThat;

import io.lbaas.model.ListenerProtocol;
import io.lbaas.model.MonitorType;
import io.lbaas.model.PoolProtocol;
import io.lbaas.plugin.Postgres;
import io.lbaas.plugin.Samples;
import io.lbaas.plugin.StoredTree;
import io.lbaas.plugin.api.Query;
import io.lbaas.plugin.store.Trees;
import io.lbaas.plugin.tree.TreeEditor;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What is read takes a number of statements that does not depend on how much there is. */
class StatementCountTest {

    private static final int CHILDREN = 30;

    private static StoredTree stored;
    private static UUID pool;

    @BeforeAll
    static void store() {
        stored = StoredTree.plant();
        pool = stored.change(StatementCountTest::fill);
    }

    private static UUID fill(TreeEditor editor) {
        IntStream.range(0, CHILDREN).forEach(i -> {
            UUID id = editor.pools()
                    .create(null, Samples.LABELS, Samples.pool(PoolProtocol.TCP))
                    .id();
            editor.healthMonitors().create(id, Samples.LABELS, Samples.monitor(MonitorType.TCP));
            editor.listeners()
                    .create(
                            Samples.LABELS,
                            Samples.listener(ListenerProtocol.TCP, 100 + i).withDefaultPool(id));
        });
        UUID first = editor.tree().pools().findFirst().orElseThrow().id();
        IntStream.range(1, CHILDREN)
                .forEach(i -> editor.members().create(first, Samples.LABELS, Samples.member("10.0.0." + i, 80)));
        return first;
    }

    @Test
    void aLoadBalancerIsShownWithTwo() {
        assertThat(statements(lists -> lists.loadBalancer(stored.id()))).isEqualTo(2);
    }

    @Test
    void aPoolIsShownWithTwo() {
        assertThat(statements(lists -> lists.pool(pool))).isEqualTo(2);
    }

    @Test
    void pagesTakeTwo() {
        Query ofOne = new Query(null, Map.of("loadbalancer_id", stored.id().toString()), List.of(), 0, null, false);
        Query all = new Query(null, Map.of(), List.of(), 0, null, false);

        assertThat(statements(lists -> lists.loadBalancers(all))).isEqualTo(2);
        assertThat(statements(lists -> assertThat(lists.listeners(ofOne)).hasSize(CHILDREN)))
                .isEqualTo(2);
        assertThat(statements(lists -> assertThat(lists.pools(ofOne)).hasSize(CHILDREN)))
                .isEqualTo(2);
        assertThat(statements(lists -> lists.members(pool, all))).isEqualTo(2);
        assertThat(statements(lists -> lists.healthMonitors(all))).isEqualTo(1);
    }

    /** One for each kind of object, however many there are of it. */
    @Test
    void aTreeIsLockedWithOneStatementForEachKind() {
        var empty = StoredTree.plant();

        assertThat(locking(stored)).isEqualTo(locking(empty)).isLessThanOrEqualTo(8);
    }

    private static int locking(StoredTree tree) {
        return Postgres.statements(
                session -> assertThat(new Trees(session).lock(tree.id())).isPresent());
    }

    private static int statements(Consumer<Lists> reading) {
        return Postgres.statements(session -> reading.accept(new Lists(new Rows(session))));
    }
}
