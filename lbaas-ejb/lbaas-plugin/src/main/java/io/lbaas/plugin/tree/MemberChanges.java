package io.lbaas.plugin.tree;

import io.lbaas.model.MemberSpec;
import io.lbaas.model.ObjectType;
import io.lbaas.model.OperatingStatus;
import io.lbaas.plugin.api.Fault;
import io.lbaas.plugin.api.Labels;
import io.lbaas.plugin.api.Patch;
import io.lbaas.plugin.entity.Intent;
import io.lbaas.plugin.entity.Member;
import io.lbaas.plugin.entity.Pool;
import io.lbaas.plugin.rule.MemberRules;
import java.util.UUID;

/** Changes of members. */
public final class MemberChanges {

    private final TreeEditor editor;

    MemberChanges(TreeEditor editor) {
        this.editor = editor;
    }

    public Member create(UUID poolId, Labels labels, MemberSpec asked) {
        Pool pool = editor.tree().pool(poolId);
        editor.locks().checkAddition();
        editor.locks().checkUse(pool);
        editor.terms().fields().check(labels);
        MemberSpec spec = check(editor.terms().fields().check(asked));
        String address = MemberRules.canonical(spec.address());
        refuseTakenAddress(poolId, spec, address);
        var member = new Member(
                editor.newId(),
                editor.tree().root(),
                poolId,
                labels,
                spec,
                address,
                editor.terms().now());
        if (editor.tree().monitorOf(poolId).isEmpty()) {
            member.operatingStatus(OperatingStatus.NO_MONITOR);
        }
        return editor.add(member);
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

    private Member find(UUID poolId, UUID id) {
        Member member = editor.tree().child(ObjectType.MEMBER, Member.class, id);
        if (!member.poolId().equals(poolId)) {
            throw Fault.notFound(ObjectType.MEMBER, id);
        }
        return member;
    }

    private MemberSpec check(MemberSpec spec) {
        return MemberRules.check(spec, editor.terms().reserved());
    }

    private void refuseTakenAddress(UUID poolId, MemberSpec spec, String address) {
        boolean taken = editor.tree()
                .members()
                .filter(other -> other.poolId().equals(poolId))
                .anyMatch(other ->
                        other.port() == spec.protocolPort() && other.address().equals(address));
        if (taken) {
            throw Fault.conflict("Another member on this pool is already using ip " + spec.address()
                    + " on protocol_port " + spec.protocolPort());
        }
    }
}
