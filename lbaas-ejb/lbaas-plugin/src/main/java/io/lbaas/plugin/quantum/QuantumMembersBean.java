package io.lbaas.plugin.quantum;

import io.lbaas.model.MemberSpec;
import io.lbaas.model.ObjectRef;
import io.lbaas.model.ObjectType;
import io.lbaas.plugin.api.Caller;
import io.lbaas.plugin.api.Labels;
import io.lbaas.plugin.api.Operations.Action;
import io.lbaas.plugin.api.Patch;
import io.lbaas.plugin.api.Query;
import io.lbaas.plugin.api.quantum.MemberTerms;
import io.lbaas.plugin.api.quantum.QuantumMembers;
import io.lbaas.plugin.api.quantum.QuantumView;
import io.lbaas.plugin.entity.Member;
import io.lbaas.plugin.entity.Provisioned;
import io.lbaas.plugin.rule.FieldRules;
import io.lbaas.plugin.service.InFaults;
import io.lbaas.plugin.service.SharedTransaction;
import io.lbaas.plugin.service.TreeTransaction;
import io.lbaas.plugin.store.Trees;
import io.lbaas.plugin.tree.TreeEditor;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Members. */
@Stateless
@InFaults
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class QuantumMembersBean implements QuantumMembers {

    @Inject
    private SharedTransaction one;

    @Inject
    private TreeTransaction transaction;

    @Inject
    private Trees trees;

    @Inject
    private QuantumStore store;

    @Inject
    private QuantumViews views;

    @Inject
    private FieldRules fields;

    @Override
    public List<QuantumView.Member> create(Caller caller, List<Create> wanted) {
        return one.together(() -> {
            trees.lockAll(wanted.stream().map(this::pool).map(store::loadBalancerOf));
            return wanted.stream().map(each -> create(caller, each)).toList();
        });
    }

    @Override
    public QuantumView.Member show(UUID id) {
        return views.member(id);
    }

    @Override
    public List<QuantumView.Member> list(Query query) {
        return views.members(query);
    }

    @Override
    public QuantumView.Member update(
            Caller caller, UUID id, Patch<MemberSpec> patch, UnaryOperator<MemberTerms> terms) {
        return one.together(() -> {
            UUID poolId = views.member(id).poolId();
            UUID wanted = fields.check(terms.apply(new MemberTerms(poolId))).poolId();
            if (wanted.equals(poolId)) {
                change(caller, Action.UPDATE, poolId, editor -> editor.members().update(poolId, id, patch));
            } else {
                move(caller, poolId, id, wanted, patch);
            }
            return views.member(id);
        });
    }

    @Override
    public void delete(Caller caller, UUID id) {
        one.together(() -> {
            UUID poolId = views.member(id).poolId();
            return change(
                    caller, Action.DELETE, poolId, editor -> editor.members().delete(poolId, id));
        });
    }

    private QuantumView.Member create(Caller caller, Create wanted) {
        UUID poolId = pool(wanted);
        Member created = change(
                caller, Action.CREATE, poolId, editor -> editor.members().create(poolId, Labels.NONE, wanted.spec()));
        return views.member(created.id());
    }

    private UUID pool(Create wanted) {
        return views.pool(fields.check(wanted.terms()).poolId()).id();
    }

    /** Pools that v1 can show are each in a load balancer of their own. */
    private void move(Caller caller, UUID from, UUID id, UUID to, Patch<MemberSpec> patch) {
        trees.lockAll(Stream.of(from, views.pool(to).id()).map(store::loadBalancerOf));
        Member[] member = new Member[1];
        change(caller, Action.UPDATE, from, editor -> {
            member[0] = editor.moves().releaseMember(from, id);
            return editor.tree().pool(from);
        });
        change(caller, Action.UPDATE, to, editor -> editor.moves().adoptMember(member[0], to, patch));
    }

    private <P extends Provisioned<?>> P change(
            Caller caller, Action action, UUID poolId, Function<TreeEditor, P> change) {
        var where = new ObjectRef(ObjectType.POOL, poolId);
        return transaction.step(caller, action, where, change);
    }
}
