package io.lbaas.plugin.quantum;

import io.lbaas.model.LoadBalancerSpec;
import io.lbaas.model.ObjectRef;
import io.lbaas.model.ObjectType;
import io.lbaas.plugin.api.Caller;
import io.lbaas.plugin.api.Labels;
import io.lbaas.plugin.api.LoadBalancers.Create;
import io.lbaas.plugin.api.LoadBalancers.VipRequest;
import io.lbaas.plugin.api.Operations.Action;
import io.lbaas.plugin.api.View;
import io.lbaas.plugin.api.quantum.QuantumFault;
import io.lbaas.plugin.api.quantum.QuantumView;
import io.lbaas.plugin.api.quantum.VipTerms;
import io.lbaas.plugin.entity.Child;
import io.lbaas.plugin.entity.Listener;
import io.lbaas.plugin.entity.Provisioned;
import io.lbaas.plugin.entity.VipSubnet;
import io.lbaas.plugin.list.Lists;
import io.lbaas.plugin.rule.IpAddress;
import io.lbaas.plugin.service.TreeTransaction;
import io.lbaas.plugin.store.Trees;
import io.lbaas.plugin.store.VipNetworks;
import io.lbaas.plugin.tree.TreeEditor;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Where pools live. Each has a load balancer from its first moment; when a vip asks for another address than that one's,
 * the pool moves, and addresses never do.
 */
@ApplicationScoped
public class Homes {

    @Inject
    private TreeTransaction transaction;

    @Inject
    private Trees trees;

    @Inject
    private VipNetworks networks;

    @Inject
    private Lists lists;

    @Inject
    private QuantumViews views;

    @Inject
    private QuantumStore store;

    /** A load balancer for a pool to come, with any address of the subnet; of another where VIPs cannot be there. */
    UUID plant(Caller caller, String projectId, Labels labels, String provider, UUID subnetId) {
        UUID vipSubnet = networks.subnet(subnetId).isPresent()
                ? subnetId
                : networks.subnets().stream().findFirst().map(VipSubnet::id).orElse(subnetId);
        return plant(caller, projectId, labels, provider, new VipRequest(vipSubnet, null, null, null));
    }

    private UUID plant(Caller caller, String projectId, Labels labels, String provider, VipRequest vip) {
        var request = new Create(
                projectId, labels, new LoadBalancerSpec(true), vip, provider, null, null, List.of(), List.of());
        UUID id = transaction.plant(caller, request).root().state().id();
        store.addHome(id);
        return id;
    }

    /**
     * Has a pool where an address is, and a listener made for it there.
     *
     * @param address null for any address of the subnet
     * @param listen makes the listener
     * @return the listener
     */
    Listener receive(
            Caller caller,
            QuantumView.Pool pool,
            UUID subnetId,
            String address,
            Function<TreeEditor, Listener> listen) {
        View.OfLoadBalancer home = lists.loadBalancer(store.loadBalancerOf(pool.id()));
        String canonical = canonical(address);
        if (isAt(home.vip(), subnetId, canonical)) {
            return change(caller, Action.CREATE, home.state().id(), editor -> {
                refuseSecondVip(editor, pool.id());
                return listen.apply(editor);
            });
        }
        return store.poolHolding(subnetId, canonical)
                .map(holder -> swap(caller, Action.CREATE, holder, pool.id(), editor -> {
                    refuseSecondVip(editor, holder);
                    return listen.apply(editor);
                }))
                .orElseGet(() -> resettle(caller, pool, home, new VipRequest(subnetId, null, null, canonical), listen));
    }

    /** Locks where the pools of new vips are, and where their addresses are. */
    void lock(Stream<VipTerms> wanted) {
        trees.lockAll(wanted.flatMap(terms -> Stream.concat(
                        Stream.of(views.pool(terms.poolId()).id()),
                        store.poolHolding(terms.subnetId(), canonical(terms.address())).stream()))
                .map(store::loadBalancerOf));
    }

    private static String canonical(String address) {
        return IpAddress.parse(address).map(IpAddress::toString).orElse(address);
    }

    private static boolean isAt(View.Vip vip, UUID subnetId, String address) {
        return vip.subnetId().equals(subnetId) && (address == null || address.equals(vip.address()));
    }

    /**
     * Has two pools change places. The one that comes to an address with a listener does so at once, in one generation.
     *
     * @param leaving the pool at that address
     * @param coming the pool that is to be there, which has no vip
     * @param listen points the listener to it
     * @return the listener
     */
    Listener swap(Caller caller, Action action, UUID leaving, UUID coming, Function<TreeEditor, Listener> listen) {
        UUID here = store.loadBalancerOf(leaving);
        UUID there = store.loadBalancerOf(coming);
        trees.lockAll(Stream.of(here, there));
        List<Child<?>> arrivals = new ArrayList<>();
        List<Child<?>> departures = new ArrayList<>();
        change(caller, Action.UPDATE, there, editor -> {
            refuseSecondVip(editor, coming);
            arrivals.addAll(editor.moves().releasePool(coming));
            return editor.tree().root();
        });
        Listener pointed = change(caller, action, here, editor -> {
            editor.moves().adoptPool(arrivals);
            Listener listener = listen.apply(editor);
            departures.addAll(editor.moves().releasePool(leaving));
            return listener;
        });
        change(caller, Action.UPDATE, there, editor -> {
            editor.moves().adoptPool(departures);
            return editor.tree().pool(leaving);
        });
        return pointed;
    }

    private Listener resettle(
            Caller caller,
            QuantumView.Pool pool,
            View.OfLoadBalancer old,
            VipRequest vip,
            Function<TreeEditor, Listener> listen) {
        boolean goes = store.isHome(old.state().id());
        List<Child<?>> going = new ArrayList<>();
        change(caller, goes ? Action.DELETE : Action.UPDATE, old.state().id(), editor -> {
            refuseSecondVip(editor, pool.id());
            going.addAll(editor.moves().releasePool(pool.id()));
            return goes ? editor.moves().abandon() : editor.tree().root();
        });
        UUID home = plant(caller, pool.tenantId(), old.labels(), old.provider(), vip);
        return change(caller, Action.CREATE, home, editor -> {
            editor.moves().adoptPool(going);
            return listen.apply(editor);
        });
    }

    private static void refuseSecondVip(TreeEditor editor, UUID pool) {
        if (editor.tree().listeners().findAny().isPresent()) {
            throw QuantumFault.vipExists(pool);
        }
    }

    private <P extends Provisioned<?>> P change(
            Caller caller, Action action, UUID loadBalancer, Function<TreeEditor, P> change) {
        var where = new ObjectRef(ObjectType.LOAD_BALANCER, loadBalancer);
        return transaction.step(caller, action, where, change);
    }
}
