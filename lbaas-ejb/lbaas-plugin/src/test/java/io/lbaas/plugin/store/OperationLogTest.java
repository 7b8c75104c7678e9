package io.lbaas.plugin.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lbaas.driver.spi.FailureKind;
import io.lbaas.message.Operation;
import io.lbaas.message.Result;
import io.lbaas.model.ListenerProtocol;
import io.lbaas.model.PoolProtocol;
import io.lbaas.plugin.Postgres;
import io.lbaas.plugin.Results;
import io.lbaas.plugin.Samples;
import io.lbaas.plugin.StoredTree;
import io.lbaas.plugin.api.Caller;
import io.lbaas.plugin.api.New;
import io.lbaas.plugin.api.Operations;
import io.lbaas.plugin.api.Operations.Action;
import io.lbaas.plugin.api.Operations.Status;
import io.lbaas.plugin.entity.Listener;
import io.lbaas.plugin.entity.OperationEntry;
import io.lbaas.plugin.entity.Provisioned;
import io.lbaas.plugin.tree.Settlement;
import io.lbaas.plugin.tree.TreeEditor;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class OperationLogTest {

    private static final Caller CALLER = new Caller("user", "project", "req-1");

    private final StoredTree stored = StoredTree.plant();

    @Test
    void aChangeEndsWithItsResult() {
        var listener = create(80);

        settle(Results.success(Operation.APPLY, stored.id(), 2));

        assertThat(records()).singleElement().satisfies(operation -> {
            assertThat(operation.objectId()).isEqualTo(listener.id());
            assertThat(operation.status()).isEqualTo(Status.SUCCEEDED);
            assertThat(operation.takenAt()).isEqualTo(Samples.NOW);
            assertThat(operation.settledAt()).isEqualTo(Samples.NOW);
        });
    }

    @Test
    void findsChangesNewestFirstAndPageByPage() {
        var first = create(80);
        var second = create(81);
        UUID root = stored.id();

        List<Operations.Entry> all = list(new Operations.Question(null, root, null, 0, null));
        assertThat(all).extracting(Operations.Entry::objectId).containsExactly(second.id(), first.id());
        assertThat(list(new Operations.Question(null, root, null, 1, null))).containsExactly(all.get(0));
        assertThat(list(new Operations.Question(null, root, null, 1, all.get(0).id())))
                .containsExactly(all.get(1));
    }

    @Test
    void findsChangesByObjectRequestAndProject() {
        var listener = create(80);
        create(81);
        String project = listener.projectId();

        assertThat(list(new Operations.Question(null, listener.id(), null, 0, null)))
                .singleElement()
                .satisfies(found -> assertThat(found.objectId()).isEqualTo(listener.id()));
        assertThat(list(new Operations.Question(project, stored.id(), "req-1", 0, null)))
                .hasSize(2);
        assertThat(list(new Operations.Question(project, stored.id(), "req-2", 0, null)))
                .isEmpty();
        assertThat(list(new Operations.Question("other", stored.id(), null, 0, null)))
                .isEmpty();
    }

    @Test
    void refusesAMarkerThatIsNoChange() {
        UUID missing = UUID.randomUUID();

        assertThatThrownBy(() -> list(new Operations.Question(null, null, null, 0, missing)))
                .hasMessage("Supplied pagination marker '" + missing + "' is not valid.");
    }

    @Test
    void onlyTheBlamedChangeFails() {
        var good = create(80);
        var bad = create(81);

        settle(Results.failure(stored.id(), 3, FailureKind.DEVICE_REFUSED, bad));

        assertThat(record(bad).status()).isEqualTo(Status.FAILED);
        assertThat(record(bad).reason()).isEqualTo("bad " + bad.id());
        assertThat(record(good).status()).isEqualTo(Status.PENDING);
    }

    @Test
    void aChangeOfManyObjectsEndsWithTheLastOfThem() {
        var pool = change(editor -> editor.pools().create(null, Samples.LABELS, Samples.pool(PoolProtocol.TCP)));
        settle(Results.success(Operation.APPLY, stored.id(), 2));
        change(editor ->
                editor.members().replace(pool.id(), List.of(newMember("10.0.0.1"), newMember("10.0.0.2")), false));
        var bad = stored.read(tree -> tree.members().findFirst().orElseThrow());

        settle(Results.failure(stored.id(), 3, FailureKind.DEVICE_REFUSED, bad));
        assertThat(records().get(0).status()).isEqualTo(Status.PENDING);
        settle(Results.success(Operation.APPLY, stored.id(), 4));

        assertThat(records().get(0).objectId()).isEqualTo(pool.id());
        assertThat(records().get(0).status()).isEqualTo(Status.FAILED);
        assertThat(records().get(0).reason()).isEqualTo("bad " + bad.id());
    }

    private static New.OfMember newMember(String address) {
        return new New.OfMember(Samples.LABELS, Samples.member(address, 80));
    }

    @Test
    void aNewerChangeWaitsForItsOwnResult() {
        create(80);
        var newer = create(81);

        settle(Results.success(Operation.APPLY, stored.id(), 2));

        assertThat(record(newer).status()).isEqualTo(Status.PENDING);
    }

    @Test
    void theRecordOutlivesTheLoadBalancer() {
        create(80);
        stored.confirmAll();
        stored.change(editor -> editor.loadBalancer().delete(true));

        settle(Results.success(Operation.REMOVE, stored.id(), 3));

        assertThat(records()).extracting(Operations.Entry::status).containsExactly(Status.SUCCEEDED);
        assertThat(Postgres.<Boolean>inTransaction(session -> new OperationLog(session).knows(stored.id())))
                .isTrue();
        assertThat(Postgres.<Boolean>inTransaction(session -> new OperationLog(session).knows(UUID.randomUUID())))
                .isFalse();
    }

    @Test
    void whatEndedLongAgoIsForgotten() {
        create(80);
        settle(Results.success(Operation.APPLY, stored.id(), 2));

        Postgres.<Integer>inTransaction(session -> new OperationLog(session).purge(Samples.NOW));
        assertThat(records()).hasSize(1);
        Postgres.<Integer>inTransaction(session -> new OperationLog(session).purge(Samples.NOW.plusSeconds(1)));

        assertThat(records()).isEmpty();
    }

    private Listener create(int port) {
        return change(
                editor -> editor.listeners().create(Samples.LABELS, Samples.listener(ListenerProtocol.TCP, port)));
    }

    private <P extends Provisioned<?>> P change(Function<TreeEditor, P> change) {
        return Postgres.inTransaction(session -> {
            var trees = new Trees(session);
            var editor = Samples.editor(trees.lock(stored.id()).orElseThrow());
            var object = change.apply(editor);
            var tree = editor.tree();
            new OperationLog(session)
                    .add(new OperationEntry(
                            CALLER, Action.CREATE, object, tree.root(), tree.touched(), Samples.NOW, Samples.NOW));
            trees.save(tree);
            return object;
        });
    }

    private void settle(Result result) {
        Postgres.inTransaction(session -> {
            var trees = new Trees(session);
            var tree = trees.lock(stored.id()).orElseThrow();
            new Settlement(tree, Samples.NOW).settle(result);
            new OperationLog(session).end(tree, result, Samples.NOW);
            trees.save(tree);
            return tree;
        });
    }

    private Operations.Entry record(Provisioned<?> object) {
        return records().stream()
                .filter(operation -> operation.objectId().equals(object.id()))
                .findFirst()
                .orElseThrow();
    }

    private List<Operations.Entry> records() {
        return list(new Operations.Question(null, stored.id(), null, 0, null));
    }

    private static List<Operations.Entry> list(Operations.Question question) {
        return Postgres.inTransaction(session -> new OperationLog(session).list(question));
    }
}
