package io.lbaas.plugin.tree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lbaas.model.DesiredLoadBalancer;
import io.lbaas.model.ListenerProtocol;
import io.lbaas.model.MemberSpec;
import io.lbaas.model.MonitorType;
import io.lbaas.model.ObjectType;
import io.lbaas.model.PoolProtocol;
import io.lbaas.model.ProvisioningStatus;
import io.lbaas.plugin.Postgres;
import io.lbaas.plugin.Samples;
import io.lbaas.plugin.StoredTree;
import io.lbaas.plugin.entity.Child;
import io.lbaas.plugin.entity.Member;
import io.lbaas.plugin.store.Trees;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class MovesTest {

    private final StoredTree here = StoredTree.plant();
    private final StoredTree there = StoredTree.plant();
    private final UUID pool = pool(here);
    private final UUID other = pool(there);

    @Test
    void aMemberIsOnlyWhereItMovedTo() {
        UUID id = member(here, pool, "10.0.0.1");
        confirm();

        move(id);

        assertThat(desired(here).pools().get(0).members()).isEmpty();
        assertThat(desired(there).pools().get(0).members())
                .extracting(DesiredLoadBalancer.Member::id)
                .containsExactly(id);
        assertThat(status(there, id)).isEqualTo(ProvisioningStatus.PENDING_CREATE);
        confirm();
        assertThat(status(there, id)).isEqualTo(ProvisioningStatus.ACTIVE);
    }

    @Test
    void aMemberThatIsRefusedWhereItMovedToIsNowhere() {
        UUID id = member(here, pool, "10.0.0.1");
        confirm();
        here.change(editor -> editor.members()
                .update(pool, id, Samples.patch(spec -> Samples.member(spec.address(), spec.protocolPort()))));
        confirm();
        move(id);

        there.change(editor -> {
            editor.tree().child(ObjectType.MEMBER, Member.class, id).refuse("no", Samples.NOW);
            return null;
        });

        assertThat(desired(there).pools().get(0).members()).isEmpty();
    }

    @Test
    void aPendingMemberStays() {
        UUID id = member(here, pool, "10.0.0.1");

        assertThatThrownBy(() -> move(id)).hasMessage("Member " + id + " is immutable and cannot be updated.");
    }

    @Test
    void aMemberCannotMoveToWhereItsEndpointIsTaken() {
        UUID id = member(here, pool, "10.0.0.1");
        member(there, other, "10.0.0.1");
        confirm();

        assertThatThrownBy(() -> move(id))
                .hasMessage("Another member on this pool is already using ip 10.0.0.1 on protocol_port 80");
    }

    @Test
    void aPoolTakesAllButWhatIsBeingDeletedWithIt() {
        UUID stays = member(here, pool, "10.0.0.1");
        UUID goes = member(here, pool, "10.0.0.2");
        UUID monitor = here.change(editor -> editor.healthMonitors()
                .create(pool, Samples.LABELS, Samples.monitor(MonitorType.TCP))
                .id());
        UUID listener = here.change(editor -> editor.listeners()
                .create(
                        Samples.LABELS,
                        Samples.listener(ListenerProtocol.TCP, 80).withDefaultPool(pool))
                .id());
        confirm();
        here.change(editor -> editor.members().delete(pool, stays));

        Postgres.inTransaction(session -> {
            var trees = new Trees(session);
            var from = Samples.editor(trees.lock(here.id()).orElseThrow());
            List<Child<?>> going = from.moves().releasePool(pool);
            trees.save(from.tree());
            var to = Samples.editor(trees.lock(there.id()).orElseThrow());
            to.moves().adoptPool(going);
            trees.save(to.tree());
            return null;
        });

        List<UUID> left = here.read(tree -> tree.objects()
                .<UUID>map(object -> object.id())
                .filter(id -> !id.equals(here.id()))
                .toList());
        assertThat(left).containsExactly(listener);
        assertThat(desired(here).listeners().get(0).spec().defaultPoolId()).isNull();
        assertThat(desired(there).pool(pool).orElseThrow().healthMonitor().id()).isEqualTo(monitor);
        assertThat(desired(there).pool(pool).orElseThrow().members())
                .extracting(DesiredLoadBalancer.Member::id)
                .containsExactly(goes);
    }

    private void move(UUID id) {
        Postgres.inTransaction(session -> {
            var trees = new Trees(session);
            var from = Samples.editor(trees.lock(here.id()).orElseThrow());
            Member member = from.moves().releaseMember(pool, id);
            trees.save(from.tree());
            var to = Samples.editor(trees.lock(there.id()).orElseThrow());
            to.moves().adoptMember(member, other, Samples.<MemberSpec>noChange());
            trees.save(to.tree());
            return null;
        });
    }

    private void confirm() {
        here.confirmAll();
        there.confirmAll();
    }

    private static UUID pool(StoredTree tree) {
        return tree.change(editor -> editor.pools()
                .create(null, Samples.LABELS, Samples.pool(PoolProtocol.TCP))
                .id());
    }

    private static UUID member(StoredTree tree, UUID pool, String address) {
        return tree.change(editor -> editor.members()
                .create(pool, Samples.LABELS, Samples.member(address, 80))
                .id());
    }

    private static DesiredLoadBalancer desired(StoredTree stored) {
        return stored.read(tree -> DesiredTree.of(tree).orElseThrow());
    }

    private static ProvisioningStatus status(StoredTree stored, UUID id) {
        return stored.read(tree -> tree.object(id).orElseThrow().provisioningStatus());
    }
}
