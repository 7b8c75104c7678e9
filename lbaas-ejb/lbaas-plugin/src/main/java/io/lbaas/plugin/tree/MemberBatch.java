package io.lbaas.plugin.tree;

import io.lbaas.model.MemberSpec;
import io.lbaas.model.ProvisioningStatus;
import io.lbaas.plugin.api.Fault;
import io.lbaas.plugin.api.New;
import io.lbaas.plugin.entity.Intent;
import io.lbaas.plugin.entity.Member;
import io.lbaas.plugin.entity.Pool;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Brings the members of a pool to a list, touching only those that differ from it. */
final class MemberBatch {

    private final TreeEditor editor;
    private final MemberChanges changes;
    private final Pool pool;

    MemberBatch(TreeEditor editor, MemberChanges changes, Pool pool) {
        this.editor = editor;
        this.changes = changes;
        this.pool = pool;
    }

    void replace(List<New.OfMember> members, boolean additive) {
        Map<Endpoint, New.OfMember> wanted = byEndpoint(members);
        Map<Endpoint, Member> present =
                editor.tree().membersOf(pool.id()).collect(Collectors.toMap(Endpoint::of, member -> member));
        if (!additive) {
            present.forEach((endpoint, member) -> {
                if (!wanted.containsKey(endpoint)) {
                    remove(member);
                }
            });
        }
        wanted.forEach((endpoint, member) -> put(present.get(endpoint), member));
    }

    private Map<Endpoint, New.OfMember> byEndpoint(List<New.OfMember> members) {
        Map<Endpoint, New.OfMember> wanted = new LinkedHashMap<>();
        for (New.OfMember member : members) {
            MemberSpec spec = changes.check(member.spec());
            if (wanted.put(Endpoint.of(spec), new New.OfMember(member.labels(), spec)) != null) {
                throw Fault.validation("Member must be updated only once in the same request.");
            }
        }
        return wanted;
    }

    private void put(Member present, New.OfMember wanted) {
        if (present == null) {
            changes.add(pool.id(), wanted.labels(), wanted.spec());
        } else if (differs(present, wanted)) {
            editor.locks().check(present, Intent.UPDATE);
            editor.change(present, wanted.labels(), wanted.spec());
        }
    }

    private void remove(Member member) {
        boolean underway = member.doomed() && member.pending();
        if (!underway) {
            editor.locks().check(member, Intent.DELETE);
            editor.ask(member, Intent.DELETE);
        }
    }

    /** What failed is tried again, also as it was. */
    private static boolean differs(Member present, New.OfMember wanted) {
        return present.doomed()
                || present.provisioningStatus() == ProvisioningStatus.ERROR
                || !present.spec().equals(wanted.spec())
                || !present.labels().equals(wanted.labels());
    }
}
