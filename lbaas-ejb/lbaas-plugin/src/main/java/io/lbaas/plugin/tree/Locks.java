package io.lbaas.plugin.tree;

import io.lbaas.model.ObjectType;
import io.lbaas.model.ProvisioningStatus;
import io.lbaas.plugin.api.Fault;
import io.lbaas.plugin.entity.Child;
import io.lbaas.plugin.entity.Intent;
import io.lbaas.plugin.entity.LoadBalancer;
import io.lbaas.plugin.entity.Provisioned;
import java.util.EnumSet;
import java.util.Set;

/** What may be changed now. Every method throws {@link Fault} IMMUTABLE where the change must wait. */
final class Locks {

    /** What must be ACTIVE before anything in it is changed, where the whole load balancer is locked. */
    private static final Set<ObjectType> ACTIVE_OWNERS = EnumSet.of(ObjectType.POOL, ObjectType.L7_POLICY);

    private final LoadBalancerTree tree;
    private final Locking locking;

    Locks(LoadBalancerTree tree, Locking locking) {
        this.tree = tree;
        this.locking = locking;
    }

    /** Before a change of the load balancer itself. */
    void checkRoot(Intent intent) {
        LoadBalancer root = tree.root();
        ProvisioningStatus status =
                locking == Locking.LOAD_BALANCER ? Views.shownStatus(tree, root) : root.provisioningStatus();
        boolean inError = locking == Locking.LOAD_BALANCER && status == ProvisioningStatus.ERROR;
        if (status.pending() || (intent != Intent.DELETE && (root.doomed() || inError))) {
            throw invalidState(status);
        }
    }

    /** Before all of the load balancer is done again. */
    void checkWhole() {
        ProvisioningStatus status = Views.shownStatus(tree, tree.root());
        if (status.pending() || tree.root().doomed()) {
            throw invalidState(status);
        }
    }

    private Fault invalidState(ProvisioningStatus status) {
        return new Fault(
                Fault.Kind.IMMUTABLE,
                "Invalid state " + status + " of loadbalancer resource "
                        + tree.root().id());
    }

    /** Before something is added to the load balancer. */
    void checkAddition() {
        LoadBalancer root = tree.root();
        ProvisioningStatus status = Views.shownStatus(tree, root);
        boolean locked = strict() && status != ProvisioningStatus.ACTIVE;
        if (root.doomed() || locked) {
            throw Fault.immutable(ObjectType.LOAD_BALANCER, root.id());
        }
    }

    /** Before something is attached to an object: it may be pending, but not on its way out. */
    void checkUse(Child<?> child) {
        if (child.doomed()) {
            throw Fault.immutable(child.type().parentTitle(), child.id());
        }
    }

    /** Before something is added to an object that it cannot be without, or such a thing is changed. */
    void checkOwner(Child<?> owner) {
        checkUse(owner);
        if (strict()
                && ACTIVE_OWNERS.contains(owner.type())
                && owner.provisioningStatus() != ProvisioningStatus.ACTIVE) {
            throw Fault.immutable(owner.type().parentTitle(), owner.id());
        }
    }

    /** Before a change of something that is there. */
    void check(Child<?> child, Intent intent) {
        checkAddition();
        tree.owners(child).filter(Child.class::isInstance).forEach(owner -> checkOwner((Child<?>) owner));
        refuseBusy(child, intent);
    }

    /** Whether the whole load balancer is locked; what a change has begun itself does not stand in its way. */
    private boolean strict() {
        return locking == Locking.LOAD_BALANCER && !tree.changed();
    }

    private static void refuseBusy(Provisioned<?> object, Intent intent) {
        if (object.pending() || (object.doomed() && intent != Intent.DELETE)) {
            throw Fault.immutable(object.type(), object.id());
        }
    }
}
