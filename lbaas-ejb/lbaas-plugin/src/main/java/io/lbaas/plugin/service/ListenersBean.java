package io.lbaas.plugin.service;

import io.lbaas.model.ListenerSpec;
import io.lbaas.model.ObjectRef;
import io.lbaas.model.ObjectType;
import io.lbaas.plugin.api.Caller;
import io.lbaas.plugin.api.Listeners;
import io.lbaas.plugin.api.New;
import io.lbaas.plugin.api.Operations.Action;
import io.lbaas.plugin.api.Patch;
import io.lbaas.plugin.api.Query;
import io.lbaas.plugin.api.View;
import io.lbaas.plugin.list.Lists;
import io.lbaas.plugin.tls.OutsideReferences;
import io.lbaas.plugin.tree.Views;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;

/** Listeners. */
@Stateless
@InFaults
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class ListenersBean implements Listeners {

    @Inject
    private TreeTransaction transaction;

    @Inject
    private OutsideReferences outside;

    @Inject
    private Lists lists;

    @Override
    public View.OfListener create(Caller caller, UUID loadBalancerId, New.OfListener listener) {
        outside.prepare(caller, listener.references());
        var where = new ObjectRef(ObjectType.LOAD_BALANCER, loadBalancerId);
        return transaction.change(
                caller, Action.CREATE, where, editor -> editor.graph().listener(listener), Views::of);
    }

    @Override
    public View.OfListener show(UUID id) {
        return lists.listener(id);
    }

    @Override
    public List<View.OfListener> list(Query query) {
        return lists.listeners(query);
    }

    @Override
    public View.OfListener update(Caller caller, UUID id, Patch<ListenerSpec> patch) {
        if (outside.possible()) {
            ListenerSpec asked = patch.spec().apply(lists.listener(id).spec());
            outside.prepare(caller, asked.tls().references());
        }
        return transaction.change(
                caller, Action.UPDATE, ref(id), editor -> editor.listeners().update(id, patch), Views::of);
    }

    @Override
    public void delete(Caller caller, UUID id) {
        transaction.change(
                caller, Action.DELETE, ref(id), editor -> editor.listeners().delete(id));
    }

    private static ObjectRef ref(UUID id) {
        return new ObjectRef(ObjectType.LISTENER, id);
    }
}
