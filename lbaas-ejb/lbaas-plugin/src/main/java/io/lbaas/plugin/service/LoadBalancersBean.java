package io.lbaas.plugin.service;

import io.lbaas.model.LoadBalancerSpec;
import io.lbaas.model.ObjectRef;
import io.lbaas.model.ObjectType;
import io.lbaas.plugin.api.Caller;
import io.lbaas.plugin.api.Fault;
import io.lbaas.plugin.api.LoadBalancers;
import io.lbaas.plugin.api.New;
import io.lbaas.plugin.api.Operations.Action;
import io.lbaas.plugin.api.Patch;
import io.lbaas.plugin.api.Query;
import io.lbaas.plugin.api.View;
import io.lbaas.plugin.entity.InstantColumn;
import io.lbaas.plugin.entity.LoadBalancer;
import io.lbaas.plugin.list.Lists;
import io.lbaas.plugin.move.Mover;
import io.lbaas.plugin.tls.OutsideReferences;
import io.lbaas.plugin.tree.LoadBalancerTree;
import io.lbaas.plugin.tree.Views;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Load balancers. */
@Stateless
@InFaults
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class LoadBalancersBean implements LoadBalancers {

    @Inject
    private TreeTransaction transaction;

    @Inject
    private Mover mover;

    @Inject
    private OutsideReferences outside;

    @Inject
    private Lists lists;

    @Override
    public View.Tree create(Caller caller, Create request) {
        outside.prepare(
                caller,
                Stream.concat(request.pools().stream(), request.listeners().stream())
                        .flatMap(New::references));
        return transaction.plant(caller, request);
    }

    @Override
    public View.OfLoadBalancer show(UUID id) {
        return lists.loadBalancer(id);
    }

    @Override
    public View.Tree tree(UUID id) {
        return transaction.read(id);
    }

    @Override
    public List<View.OfLoadBalancer> list(Query query) {
        return lists.loadBalancers(query);
    }

    @Override
    public View.OfLoadBalancer update(Caller caller, UUID id, Patch<LoadBalancerSpec> patch) {
        return transaction.change(
                caller, Action.UPDATE, ref(id), editor -> editor.loadBalancer().update(patch), Views::of);
    }

    @Override
    public View.OfLoadBalancer failOver(Caller caller, UUID id) {
        return again(caller, id, tree -> mover.elsewhere(tree, InstantColumn.now()));
    }

    @Override
    public View.OfLoadBalancer applyAgain(Caller caller, UUID id) {
        return again(caller, id, tree -> {});
    }

    @Override
    public View.OfLoadBalancer move(Caller caller, UUID id, UUID deviceId) {
        return again(caller, id, tree -> {
            if (deviceId != null) {
                mover.to(tree, deviceId, InstantColumn.now());
            } else if (!mover.elsewhere(tree, InstantColumn.now())) {
                throw Fault.conflict("No other device can have load balancer " + id);
            }
        });
    }

    /** Asks for what there is once more, there or elsewhere. */
    private View.OfLoadBalancer again(Caller caller, UUID id, Consumer<LoadBalancerTree> place) {
        return transaction.change(
                caller,
                Action.FAILOVER,
                ref(id),
                editor -> {
                    LoadBalancer root = editor.loadBalancer().failOver();
                    place.accept(editor.tree());
                    return root;
                },
                Views::of);
    }

    @Override
    public void delete(Caller caller, UUID id, boolean cascade) {
        transaction.change(
                caller, Action.DELETE, ref(id), editor -> editor.loadBalancer().delete(cascade));
    }

    private static ObjectRef ref(UUID id) {
        return new ObjectRef(ObjectType.LOAD_BALANCER, id);
    }
}
