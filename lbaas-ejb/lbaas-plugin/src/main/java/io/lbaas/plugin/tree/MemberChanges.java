package io.lbaas.plugin.tree;

import io.lbaas.model.MemberSpec;
import io.lbaas.model.ObjectType;
import io.lbaas.model.OperatingStatus;
import io.lbaas.plugin.api.Fault;
import io.lbaas.plugin.api.Labels;
import io.lbaas.plugin.api.New;
import io.lbaas.plugin.api.Patch;
import io.lbaas.plugin.entity.Intent;
import io.lbaas.plugin.entity.Member;
import io.lbaas.plugin.entity.Pool;
import io.lbaas.plugin.rule.MemberRules;
import java.util.List;
import java.util.UUID;

/** Changes of members. */
public final class MemberChanges {

    private final TreeEditor editor;

    MemberChanges(TreeEditor editor) {
        this.editor = editor;
    }

    public Member create(UUID poolId, Labels labels, MemberSpec asked) {
        openPool(poolId);
        MemberSpec spec = check(asked);
        refuseTakenEndpoint(poolId, spec);
        return add(poolId, labels, spec);
    }

    /** Makes a pool have the members of a list; {@code additive} leaves those alone that it does not name. */
    public Pool replace(UUID poolId, List<New.OfMember> members, boolean additive) {
        Pool pool = openPool(poolId);
        new MemberBatch(editor, this, pool).replace(members, additive);
        return pool;
    }

    public Member update(UUID poolId, UUID id, Patch<MemberSpec> patch) {
        Member member = find(poolId, id);
        editor.locks().check(member, Intent.UPDATE);
        return editor.apply(member, patch, this::check);
    }

    public Member delete(UUID poolId, UUID id) {
        Member member = find(poolId, id);
        editor.locks().check(member, Intent.DELETE);
        editor.ask(member, Intent.DELETE);
        return member;
    }

    /** Adds a member whose endpoint is known to be free. */
    Member add(UUID poolId, Labels labels, MemberSpec spec) {
        editor.terms().networks().checkSubnet(spec.subnetId());
        var member = new Member(
                editor.newId(),
                editor.tree().root(),
                poolId,
                editor.terms().fields().check(labels),
                spec,
                Endpoint.of(spec).address(),
                editor.terms().now());
        if (editor.tree().monitorOf(poolId).isEmpty()) {
            member.operatingStatus(OperatingStatus.NO_MONITOR);
        }
        return editor.add(member);
    }

    void refuseTakenEndpoint(UUID poolId, MemberSpec spec) {
        Endpoint endpoint = Endpoint.of(spec);
        boolean taken = editor.tree().membersOf(poolId).anyMatch(other -> Endpoint.of(other)
                .equals(endpoint));
        if (taken) {
            throw Fault.conflict("Another member on this pool is already using ip " + spec.address()
                    + " on protocol_port " + spec.protocolPort());
        }
    }

    MemberSpec check(MemberSpec spec) {
        return MemberRules.check(
                editor.terms().fields().check(spec), editor.terms().reserved());
    }

    Pool openPool(UUID poolId) {
        Pool pool = editor.tree().pool(poolId);
        editor.locks().checkAddition();
        editor.locks().checkOwner(pool);
        return pool;
    }

    Member find(UUID poolId, UUID id) {
        Member member = editor.tree().child(ObjectType.MEMBER, Member.class, id);
        if (!member.poolId().equals(poolId)) {
            throw Fault.notFound(ObjectType.MEMBER, id);
        }
        return member;
    }
}
