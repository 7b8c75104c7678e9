package io.lbaas.plugin.quota;

import io.lbaas.model.ObjectType;
import io.lbaas.plugin.api.Fault;
import io.lbaas.plugin.api.QuotaLimits;
import io.lbaas.plugin.entity.Provisioned;
import io.lbaas.plugin.tree.LoadBalancerTree;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.EnumMap;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Holds projects to their limits, in the transaction that adds the objects. Where a limit is set, transactions that add
 * objects of that kind to that project pass one at a time, so that each counts what the others have committed; where
 * none is set, nothing is locked and nothing is counted.
 */
@ApplicationScoped
public class QuotaGuard {

    private QuotaStore store;
    private boolean authenticated;

    protected QuotaGuard() {}

    /**
     * A guard.
     *
     * @param auth how callers are known; where {@code none} are, nobody is limited, as in the reference implementation
     */
    @Inject
    public QuotaGuard(
            QuotaStore store, @ConfigProperty(name = "lbaas.auth", defaultValue = "credentials") String auth) {
        this.store = store;
        this.authenticated = !auth.equals("none");
    }

    /**
     * Checks what was added to a tree and is not written yet.
     *
     * @throws Fault FORBIDDEN where the project would have more than it may
     */
    public void check(LoadBalancerTree tree) {
        if (!authenticated || tree.added().isEmpty()) {
            return;
        }
        String project = tree.root().projectId();
        QuotaLimits limits = store.limits(project);
        growth(tree).forEach((type, growth) -> {
            int limit = QuotaKinds.limit(limits, type);
            if (growth > 0 && limit != QuotaLimits.UNLIMITED) {
                check(type, project, growth, limit);
            }
        });
    }

    private void check(ObjectType type, String project, int growth, int limit) {
        store.lock(type, project);
        if (store.count(type, project) + growth > limit) {
            throw new Fault(Fault.Kind.FORBIDDEN, "Quota has been met for resources: " + type.title());
        }
    }

    /** By how many objects of each kind the project will have grown; always in the same order, against deadlocks. */
    private static Map<ObjectType, Integer> growth(LoadBalancerTree tree) {
        Map<ObjectType, Integer> growth = new EnumMap<>(ObjectType.class);
        tree.added().forEach(object -> growth.merge(object.type(), 1, Integer::sum));
        tree.objects()
                .filter(object -> doomedNow(tree, object))
                .forEach(object -> growth.merge(object.type(), -1, Integer::sum));
        return growth;
    }

    /** Deleted by the same change. */
    private static boolean doomedNow(LoadBalancerTree tree, Provisioned<?> object) {
        return object.doomed() && object.changedIn() == tree.root().generation();
    }
}
