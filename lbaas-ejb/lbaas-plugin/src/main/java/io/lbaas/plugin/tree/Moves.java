package io.lbaas.plugin.tree;

import io.lbaas.model.MemberSpec;
import io.lbaas.plugin.api.Fault;
import io.lbaas.plugin.api.Patch;
import io.lbaas.plugin.entity.Child;
import io.lbaas.plugin.entity.HealthMonitor;
import io.lbaas.plugin.entity.Intent;
import io.lbaas.plugin.entity.LoadBalancer;
import io.lbaas.plugin.entity.Member;
import io.lbaas.plugin.entity.Pool;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * One half of a move between load balancers. What is let go here is taken in by the editor of another tree, in the same
 * transaction. Objects keep their ids; the device that had them is told to have them no more, which nobody waits for.
 */
public final class Moves {

    private final TreeEditor editor;

    Moves(TreeEditor editor) {
        this.editor = editor;
    }

    /** Lets a member go, which must not be pending. */
    public Member releaseMember(UUID poolId, UUID id) {
        Member member = editor.members().find(poolId, id);
        editor.locks().check(member, Intent.UPDATE);
        editor.tree().release(List.of(member));
        return member;
    }

    /** Takes in a member, changed. */
    public Member adoptMember(Member member, UUID poolId, Patch<MemberSpec> patch) {
        Pool pool = editor.members().openPool(poolId);
        refuseForeign(member);
        MemberSpec spec = editor.members().check(patch.spec().apply(member.spec()));
        editor.members().refuseTakenEndpoint(poolId, spec);
        member.moveTo(pool);
        editor.adopt(member);
        member.change(spec);
        return member;
    }

    /** Lets a pool go with all that is beneath it. What is being deleted there need not be awaited: it stays behind. */
    public List<Child<?>> releasePool(UUID id) {
        Pool pool = editor.tree().pool(id);
        editor.locks().checkAddition();
        editor.locks().checkUse(pool);
        editor.pools().refuseUseByPolicy(id);
        editor.tree().beneath(pool).filter(Child::doomed).toList().forEach(editor.tree()::remove);
        List<Child<?>> going =
                Stream.concat(Stream.of(pool), editor.tree().beneath(pool)).toList();
        editor.tree().release(going);
        editor.tree().listeners().forEach(listener -> listener.dropDefaultPool(id));
        return going;
    }

    /** Takes in a pool with all that was beneath it. */
    public void adoptPool(List<Child<?>> going) {
        editor.locks().checkAddition();
        going.forEach(this::adopt);
    }

    /** Dooms the load balancer whose pool has moved out, also while it is pending: nobody waits for it. */
    public LoadBalancer abandon() {
        LoadBalancer root = editor.tree().root();
        editor.ask(root, Intent.DELETE);
        return root;
    }

    private void adopt(Child<?> child) {
        refuseForeign(child);
        if (child instanceof Pool pool) {
            editor.pools().check(pool.spec(), pool.spec().tls());
        }
        if (child instanceof HealthMonitor monitor) {
            editor.healthMonitors().check(editor.tree().pool(monitor.poolId()), monitor.spec());
        }
        editor.adopt(child);
    }

    private void refuseForeign(Child<?> child) {
        if (!child.projectId().equals(editor.tree().root().projectId())) {
            throw Fault.conflict(child.type().title() + " " + child.id() + " belongs to another project.");
        }
    }
}
