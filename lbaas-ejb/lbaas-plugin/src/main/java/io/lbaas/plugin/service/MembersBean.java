package io.lbaas.plugin.service;

import io.lbaas.model.MemberSpec;
import io.lbaas.model.ObjectRef;
import io.lbaas.model.ObjectType;
import io.lbaas.plugin.api.Caller;
import io.lbaas.plugin.api.Labels;
import io.lbaas.plugin.api.Members;
import io.lbaas.plugin.api.New;
import io.lbaas.plugin.api.Operations.Action;
import io.lbaas.plugin.api.Patch;
import io.lbaas.plugin.api.Query;
import io.lbaas.plugin.api.View;
import io.lbaas.plugin.list.Lists;
import io.lbaas.plugin.tree.Views;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;

/** Members of pools. */
@Stateless
@InFaults
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class MembersBean implements Members {

    @Inject
    private TreeTransaction transaction;

    @Inject
    private Lists lists;

    @Override
    public View.OfMember create(Caller caller, UUID poolId, Labels labels, MemberSpec spec) {
        var where = new ObjectRef(ObjectType.POOL, poolId);
        return transaction.change(
                caller,
                Action.CREATE,
                where,
                editor -> editor.members().create(poolId, labels, spec),
                (tree, member) -> Views.of(member));
    }

    @Override
    public void replace(Caller caller, UUID poolId, List<New.OfMember> members, boolean additive) {
        var where = new ObjectRef(ObjectType.POOL, poolId);
        transaction.change(
                caller, Action.UPDATE, where, editor -> editor.members().replace(poolId, members, additive));
    }

    @Override
    public View.OfMember show(UUID poolId, UUID id) {
        return lists.member(poolId, id);
    }

    @Override
    public List<View.OfMember> list(UUID poolId, Query query) {
        return lists.members(poolId, query);
    }

    @Override
    public View.OfMember update(Caller caller, UUID poolId, UUID id, Patch<MemberSpec> patch) {
        return transaction.change(
                caller,
                Action.UPDATE,
                ref(id),
                editor -> editor.members().update(poolId, id, patch),
                (tree, member) -> Views.of(member));
    }

    @Override
    public void delete(Caller caller, UUID poolId, UUID id) {
        transaction.change(
                caller, Action.DELETE, ref(id), editor -> editor.members().delete(poolId, id));
    }

    private static ObjectRef ref(UUID id) {
        return new ObjectRef(ObjectType.MEMBER, id);
    }
}
