package io.lbaas.plugin.quota;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lbaas.model.PoolProtocol;
import io.lbaas.plugin.Postgres;
import io.lbaas.plugin.Samples;
import io.lbaas.plugin.StoredTree;
import io.lbaas.plugin.api.Fault;
import io.lbaas.plugin.api.QuotaLimits;
import io.lbaas.plugin.config.QuotaDefaults;
import io.lbaas.plugin.entity.ProjectQuota;
import io.lbaas.plugin.store.Trees;
import io.lbaas.plugin.tree.LoadBalancerTree;
import io.lbaas.plugin.tree.TreeEditor;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class QuotaGuardTest {

    private static final QuotaLimits UNLIMITED = new QuotaLimits(-1, -1, -1, -1, -1, -1, -1);

    private final String project = UUID.randomUUID().toString();
    private final UUID device = StoredTree.device(UUID.randomUUID().toString(), "haproxy", List.of())
            .id();

    @Test
    void ofManyAtTheSameTimeJustAsManyAsAllowedPass() {
        limit(new QuotaLimits(5, null, null, null, null, null, null));

        var attempts = IntStream.range(0, 16)
                .mapToObj(i -> CompletableFuture.supplyAsync(this::plant).handle((root, refused) -> refused == null))
                .toList();

        assertThat(attempts.stream().map(CompletableFuture::join).filter(passed -> passed))
                .hasSize(5);
        assertThat(inUse().loadBalancer()).isEqualTo(5);
    }

    @Test
    void saysWhatTheProjectHasTooMuchOf() {
        limit(new QuotaLimits(0, null, null, null, null, null, null));

        assertThatThrownBy(this::plant)
                .hasMessage("Quota has been met for resources: Load Balancer")
                .isInstanceOfSatisfying(
                        Fault.class, fault -> assertThat(fault.kind()).isEqualTo(Fault.Kind.FORBIDDEN));
    }

    @Test
    void limitsNobodyWhereNobodyIsAsked() {
        limit(new QuotaLimits(0, null, null, null, null, null, null));
        var tree = planted(project);

        Postgres.undone(session -> {
            assertThatThrownBy(() -> guard(session).check(tree)).isInstanceOf(Fault.class);
            new QuotaGuard(store(session), "none").check(tree);
            return tree;
        });
    }

    @Test
    void everyObjectOfAChangeCounts() {
        limit(new QuotaLimits(null, null, 2, 3, null, null, null));
        var root = plant();

        change(root, editor -> members(editor, 3));

        assertThatThrownBy(() -> change(root, editor -> members(editor, 1)))
                .hasMessage("Quota has been met for resources: Member");
        assertThatThrownBy(() -> change(root, editor -> {
                    pool(editor);
                    pool(editor);
                }))
                .hasMessage("Quota has been met for resources: Pool");
        assertThat(inUse().pool()).isEqualTo(1);
        assertThat(inUse().member()).isEqualTo(3);
    }

    @Test
    void whatIsBeingDeletedCountsUntilItIsGone() {
        limit(new QuotaLimits(null, null, 1, null, null, null, null));
        var root = plant();
        var pool = new UUID[1];
        change(root, editor -> pool[0] = pool(editor));
        StoredTree.of(root).confirmAll();

        change(root, editor -> editor.pools().delete(pool[0]));
        assertThatThrownBy(() -> change(root, QuotaGuardTest::pool)).hasMessageContaining("Pool");

        StoredTree.of(root).confirmAll();
        change(root, QuotaGuardTest::pool);
        assertThat(inUse().pool()).isEqualTo(1);
    }

    @Test
    void anotherProjectAndAnUnlimitedKindAreNotHeldUp() {
        limit(new QuotaLimits(1, 0, null, null, null, null, null));
        var root = plant();

        change(root, editor -> members(editor, 50));

        assertThat(inUse().member()).isEqualTo(50);
        Postgres.inTransaction(session -> {
            var others = planted(UUID.randomUUID().toString());
            guard(session).check(others);
            return others;
        });
    }

    @Test
    void theConfigurationLimitsWhatIsNotSet() {
        var defaults = new QuotaLimits(7, -1, -1, -1, -1, -1, -1);

        assertThat(new QuotaLimits(null, 3, null, null, null, null, null).or(defaults))
                .isEqualTo(new QuotaLimits(7, 3, -1, -1, -1, -1, -1));
    }

    private void limit(QuotaLimits limits) {
        Postgres.inTransaction(session -> {
            store(session).add(new ProjectQuota(project, limits));
            return limits;
        });
    }

    private UUID plant() {
        return Postgres.inTransaction(session -> {
            var tree = planted(project);
            guard(session).check(tree);
            new Trees(session).save(tree);
            return tree.root().id();
        });
    }

    private LoadBalancerTree planted(String owner) {
        var root = Samples.loadBalancer(device, UUID.randomUUID().toString(), owner);
        return LoadBalancerTree.planted(root, Samples.NOW, Samples.DEADLINE);
    }

    private static void change(UUID root, Consumer<TreeEditor> change) {
        Postgres.inTransaction(session -> {
            var trees = new Trees(session);
            var editor = Samples.editor(trees.lock(root).orElseThrow());
            change.accept(editor);
            guard(session).check(editor.tree());
            trees.save(editor.tree());
            return root;
        });
    }

    private static UUID pool(TreeEditor editor) {
        return editor.pools()
                .create(null, Samples.LABELS, Samples.pool(PoolProtocol.TCP))
                .id();
    }

    private static void members(TreeEditor editor, int number) {
        var pool = editor.tree().pools().findFirst().map(found -> found.id()).orElseGet(() -> pool(editor));
        var before = editor.tree().members().count();
        IntStream.range(0, number).forEach(i -> editor.members()
                .create(pool, Samples.LABELS, Samples.member("10.0.0.1", (int) (1000 + before + i))));
    }

    private QuotaLimits inUse() {
        return Postgres.inTransaction(
                session -> QuotaKinds.each(type -> (int) store(session).count(type, project)));
    }

    private static QuotaGuard guard(EntityManager session) {
        return new QuotaGuard(store(session), "credentials");
    }

    private static QuotaStore store(EntityManager session) {
        return new QuotaStore(session, new QuotaDefaults() {
            @Override
            public QuotaLimits limits() {
                return UNLIMITED;
            }
        });
    }
}
