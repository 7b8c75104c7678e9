package io.lbaas.plugin.service;

import io.lbaas.driver.spi.Capabilities;
import io.lbaas.model.ObjectRef;
import io.lbaas.plugin.api.Caller;
import io.lbaas.plugin.api.LoadBalancers.Create;
import io.lbaas.plugin.api.Operations.Action;
import io.lbaas.plugin.api.View;
import io.lbaas.plugin.config.Settings;
import io.lbaas.plugin.entity.Device;
import io.lbaas.plugin.entity.InstantColumn;
import io.lbaas.plugin.entity.LoadBalancer;
import io.lbaas.plugin.entity.OperationEntry;
import io.lbaas.plugin.entity.Provisioned;
import io.lbaas.plugin.place.Choices;
import io.lbaas.plugin.place.Content;
import io.lbaas.plugin.place.Demand;
import io.lbaas.plugin.place.Placement;
import io.lbaas.plugin.place.Scheduler;
import io.lbaas.plugin.queue.Dispatcher;
import io.lbaas.plugin.quota.QuotaGuard;
import io.lbaas.plugin.rule.CapabilityRules;
import io.lbaas.plugin.rule.FieldRules;
import io.lbaas.plugin.rule.NetworkRules;
import io.lbaas.plugin.store.Devices;
import io.lbaas.plugin.store.OperationLog;
import io.lbaas.plugin.store.TlsContainerRows;
import io.lbaas.plugin.store.Trees;
import io.lbaas.plugin.store.VipNetworks;
import io.lbaas.plugin.tls.OutsideReferences;
import io.lbaas.plugin.tls.ReferenceCheck;
import io.lbaas.plugin.tree.LoadBalancerTree;
import io.lbaas.plugin.tree.Locking;
import io.lbaas.plugin.tree.Terms;
import io.lbaas.plugin.tree.TreeEditor;
import io.lbaas.plugin.tree.Views;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * One accepted change: lock the tree, change it by the rules, write it, send it. The database and the queue take part
 * in one transaction, so that either both have the change or none.
 */
@Stateless
public class TreeTransaction {

    @Inject
    private Trees trees;

    @Inject
    private Devices devices;

    @Inject
    private VipNetworks networks;

    @Inject
    private OperationLog operations;

    @Inject
    private Choices choices;

    @Inject
    private QuotaGuard quotas;

    @Inject
    private Scheduler scheduler;

    @Inject
    private Dispatcher dispatcher;

    @Inject
    private FieldRules fields;

    @Inject
    private TlsContainerRows containers;

    @Inject
    private OutsideReferences outside;

    @Inject
    private Settings settings;

    /** Places a new load balancer on a device, with what is to be created in it. */
    public View.Tree plant(Caller caller, Create request) {
        Instant now = InstantColumn.now();
        fields.check(request.labels());
        fields.check(request.spec());
        UUID id = UUID.randomUUID();
        Demand demand = choices.demand(request.provider(), request.flavorId(), request.availabilityZone())
                .of(Content.of(request));
        Placement placement = scheduler.place(id, request.projectId(), demand, request.vip());
        var root = new LoadBalancer(
                        id,
                        request.projectId(),
                        request.labels(),
                        request.spec(),
                        placement.vips(),
                        placement.device().id(),
                        placement.device().driver(),
                        now)
                .chosen(request.flavorId(), request.availabilityZone());
        var tree = LoadBalancerTree.planted(root, now, now.plus(settings.deadline()));
        Terms terms = terms(caller, request.projectId(), placement.device(), settings.locking(), now);
        terms.networks().checkQosPolicy(request.spec().vipQosPolicyId());
        new TreeEditor(tree, terms).graph().all(request.pools(), request.listeners());
        finish(caller, Action.CREATE, tree, root, now);
        return Views.of(tree);
    }

    /** A load balancer with all that is beneath it. */
    public View.Tree read(UUID id) {
        return Views.of(trees.get(id));
    }

    /**
     * Changes a load balancer or what is beneath it. A change that turns out to be none leaves no record and no command.
     *
     * @param where an object of the load balancer, which must exist
     * @param change makes the change and returns the object that is its subject
     * @param view what the caller is shown of it
     */
    public <P extends Provisioned<?>, V> V change(
            Caller caller,
            Action action,
            ObjectRef where,
            Function<TreeEditor, P> change,
            BiFunction<LoadBalancerTree, P, V> view) {
        return change(caller, action, where, settings.locking(), change, view);
    }

    /** As above, for those who are shown nothing but the object. */
    public <P extends Provisioned<?>> P change(
            Caller caller, Action action, ObjectRef where, Function<TreeEditor, P> change) {
        return change(caller, action, where, change, (tree, object) -> object);
    }

    /**
     * One of several changes of one request, which may come after others in its transaction: what these have begun does
     * not lock the whole load balancer, whatever the setting.
     */
    public <P extends Provisioned<?>> P step(
            Caller caller, Action action, ObjectRef where, Function<TreeEditor, P> change) {
        return change(caller, action, where, Locking.OBJECT, change, (tree, object) -> object);
    }

    private <P extends Provisioned<?>, V> V change(
            Caller caller,
            Action action,
            ObjectRef where,
            Locking locking,
            Function<TreeEditor, P> change,
            BiFunction<LoadBalancerTree, P, V> view) {
        Instant now = InstantColumn.now();
        LoadBalancerTree tree = trees.lock(where);
        Device device = devices.get(tree.root().deviceId());
        Terms terms = terms(caller, tree.root().projectId(), device, locking, now);
        P object = change.apply(new TreeEditor(tree, terms));
        finish(caller, action, tree, object, now);
        return view.apply(tree, object);
    }

    /**
     * Sends TLS material again that has changed behind its reference.
     *
     * @param tree one that uses it, locked
     */
    public void renew(Caller caller, LoadBalancerTree tree, UUID containerId) {
        Instant now = InstantColumn.now();
        Device device = devices.get(tree.root().deviceId());
        var editor = new TreeEditor(tree, terms(caller, tree.root().projectId(), device, settings.locking(), now));
        editor.renew(containerId).stream()
                .findFirst()
                .ifPresent(user -> finish(caller, Action.UPDATE, tree, user, now));
    }

    private void finish(Caller caller, Action action, LoadBalancerTree tree, Provisioned<?> object, Instant validated) {
        if (!tree.changed()) {
            return;
        }
        quotas.check(tree);
        operations.add(new OperationEntry(
                caller, action, object, tree.root(), tree.touched(), validated, InstantColumn.now()));
        // The change may have been one of the device.
        dispatcher.dispatch(tree, devices.get(tree.root().deviceId()), validated, caller.requestId());
    }

    private Terms terms(Caller caller, String projectId, Device device, Locking locking, Instant now) {
        Capabilities capabilities = device.capabilities().orElse(null);
        return new Terms(
                fields,
                new CapabilityRules(device.driver(), capabilities),
                new NetworkRules(() -> settings.permissive() || device.servesAnySubnet(), id -> networks.subnet(id)
                        .isPresent()),
                new ReferenceCheck(containers, outside, caller, projectId),
                settings.reservedIps(),
                locking,
                now,
                now.plus(settings.deadline()));
    }
}
