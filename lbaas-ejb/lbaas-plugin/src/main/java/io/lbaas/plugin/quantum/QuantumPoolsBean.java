package io.lbaas.plugin.quantum;

import io.lbaas.model.ObjectRef;
import io.lbaas.model.ObjectType;
import io.lbaas.model.PoolSpec;
import io.lbaas.plugin.api.Caller;
import io.lbaas.plugin.api.Operations.Action;
import io.lbaas.plugin.api.Patch;
import io.lbaas.plugin.api.Query;
import io.lbaas.plugin.api.quantum.PoolTerms;
import io.lbaas.plugin.api.quantum.QuantumFault;
import io.lbaas.plugin.api.quantum.QuantumPools;
import io.lbaas.plugin.api.quantum.QuantumProtocol;
import io.lbaas.plugin.api.quantum.QuantumView;
import io.lbaas.plugin.rule.FieldRules;
import io.lbaas.plugin.service.InFaults;
import io.lbaas.plugin.service.SharedTransaction;
import io.lbaas.plugin.service.TreeTransaction;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;

/** Pools. */
@Stateless
@InFaults
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class QuantumPoolsBean implements QuantumPools {

    @Inject
    private SharedTransaction one;

    @Inject
    private TreeTransaction transaction;

    @Inject
    private Homes homes;

    @Inject
    private Associations associations;

    @Inject
    private QuantumStore store;

    @Inject
    private QuantumViews views;

    @Inject
    private FieldRules fields;

    @Override
    public List<QuantumView.Pool> create(Caller caller, List<Create> wanted) {
        return one.together(
                () -> wanted.stream().map(each -> create(caller, each)).toList());
    }

    @Override
    public QuantumView.Pool show(UUID id) {
        return views.pool(id);
    }

    @Override
    public List<QuantumView.Pool> list(Query query) {
        return views.pools(query);
    }

    @Override
    public QuantumView.Pool update(Caller caller, UUID id, Patch<PoolSpec> patch, UnaryOperator<PoolTerms> terms) {
        return one.together(() -> {
            PoolTerms before = terms(views.pool(id));
            PoolTerms wanted = fields.check(terms.apply(before));
            var where = new ObjectRef(ObjectType.POOL, id);
            transaction.step(
                    caller, Action.UPDATE, where, editor -> editor.pools().update(id, patch));
            before.healthMonitors().stream()
                    .filter(monitor -> !wanted.healthMonitors().contains(monitor))
                    .forEach(monitor -> associations.remove(caller, id, monitor));
            wanted.healthMonitors().stream()
                    .filter(monitor -> !before.healthMonitors().contains(monitor))
                    .forEach(monitor -> associations.add(caller, id, monitor));
            return views.pool(id);
        });
    }

    @Override
    public void delete(Caller caller, UUID id) {
        one.together(() -> {
            QuantumView.Pool pool = views.pool(id);
            var home = new ObjectRef(ObjectType.LOAD_BALANCER, store.loadBalancerOf(id));
            boolean goes = store.isHome(home.id());
            transaction.step(caller, Action.DELETE, home, editor -> {
                if (editor.tree().usersOf(id).findAny().isPresent()) {
                    throw QuantumFault.poolInUse(id);
                }
                return goes
                        ? editor.loadBalancer().delete(true)
                        : editor.pools().delete(id);
            });
            return pool;
        });
    }

    private QuantumView.Pool create(Caller caller, Create wanted) {
        PoolTerms terms = fields.check(wanted.terms());
        var home = new ObjectRef(
                ObjectType.LOAD_BALANCER,
                homes.plant(caller, wanted.projectId(), wanted.labels(), terms.provider(), terms.subnetId()));
        UUID id = transaction
                .step(caller, Action.CREATE, home, editor -> editor.pools()
                        .create(null, wanted.labels(), wanted.spec()))
                .id();
        store.addPoolSubnet(id, terms.subnetId());
        terms.healthMonitors().forEach(monitor -> associations.add(caller, id, monitor));
        return views.pool(id);
    }

    private static PoolTerms terms(QuantumView.Pool pool) {
        return new PoolTerms(
                pool.subnetId(),
                QuantumProtocol.valueOf(pool.protocol()),
                pool.provider(),
                PoolTerms.Method.valueOf(pool.lbMethod()),
                pool.healthMonitors());
    }
}
