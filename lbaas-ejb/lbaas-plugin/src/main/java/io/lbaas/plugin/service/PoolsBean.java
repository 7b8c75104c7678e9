package io.lbaas.plugin.service;

import io.lbaas.model.ObjectRef;
import io.lbaas.model.ObjectType;
import io.lbaas.model.PoolSpec;
import io.lbaas.plugin.api.Caller;
import io.lbaas.plugin.api.Fault;
import io.lbaas.plugin.api.New;
import io.lbaas.plugin.api.Operations.Action;
import io.lbaas.plugin.api.Patch;
import io.lbaas.plugin.api.Pools;
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

/** Pools. */
@Stateless
@InFaults
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class PoolsBean implements Pools {

    @Inject
    private TreeTransaction transaction;

    @Inject
    private OutsideReferences outside;

    @Inject
    private Lists lists;

    @Override
    public View.OfPool create(Caller caller, UUID loadBalancerId, UUID listenerId, New.OfPool pool) {
        if (loadBalancerId == null && listenerId == null) {
            throw Fault.validation("Must provide at least one of: loadbalancer_id, listener_id");
        }
        outside.prepare(caller, pool.references());
        var where = loadBalancerId == null
                ? new ObjectRef(ObjectType.LISTENER, listenerId)
                : new ObjectRef(ObjectType.LOAD_BALANCER, loadBalancerId);
        return transaction.change(
                caller, Action.CREATE, where, editor -> editor.graph().pool(listenerId, pool), Views::of);
    }

    @Override
    public View.OfPool show(UUID id) {
        return lists.pool(id);
    }

    @Override
    public List<View.OfPool> list(Query query) {
        return lists.pools(query);
    }

    @Override
    public View.OfPool update(Caller caller, UUID id, Patch<PoolSpec> patch) {
        if (outside.possible()) {
            PoolSpec asked = patch.spec().apply(lists.pool(id).spec());
            outside.prepare(caller, asked.tls().references());
        }
        return transaction.change(
                caller, Action.UPDATE, ref(id), editor -> editor.pools().update(id, patch), Views::of);
    }

    @Override
    public void delete(Caller caller, UUID id) {
        transaction.change(
                caller, Action.DELETE, ref(id), editor -> editor.pools().delete(id));
    }

    private static ObjectRef ref(UUID id) {
        return new ObjectRef(ObjectType.POOL, id);
    }
}
