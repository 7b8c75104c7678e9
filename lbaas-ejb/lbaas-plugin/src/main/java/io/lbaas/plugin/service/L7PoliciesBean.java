package io.lbaas.plugin.service;

import io.lbaas.model.L7PolicySpec;
import io.lbaas.model.ObjectRef;
import io.lbaas.model.ObjectType;
import io.lbaas.plugin.api.Caller;
import io.lbaas.plugin.api.L7Policies;
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

/** L7 policies. */
@Stateless
@InFaults
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class L7PoliciesBean implements L7Policies {

    @Inject
    private TreeTransaction transaction;

    @Inject
    private Lists lists;

    @Override
    public View.OfL7Policy create(Caller caller, UUID listenerId, New.OfL7Policy policy) {
        var where = new ObjectRef(ObjectType.LISTENER, listenerId);
        return transaction.change(
                caller, Action.CREATE, where, editor -> editor.graph().l7Policy(listenerId, policy), Views::of);
    }

    @Override
    public View.OfL7Policy show(UUID id) {
        return lists.l7Policy(id);
    }

    @Override
    public List<View.OfL7Policy> list(Query query) {
        return lists.l7Policies(query);
    }

    @Override
    public View.OfL7Policy update(Caller caller, UUID id, Patch<L7PolicySpec> patch) {
        return transaction.change(
                caller, Action.UPDATE, ref(id), editor -> editor.l7Policies().update(id, patch), Views::of);
    }

    @Override
    public void delete(Caller caller, UUID id) {
        transaction.change(
                caller, Action.DELETE, ref(id), editor -> editor.l7Policies().delete(id));
    }

    private static ObjectRef ref(UUID id) {
        return new ObjectRef(ObjectType.L7_POLICY, id);
    }
}
