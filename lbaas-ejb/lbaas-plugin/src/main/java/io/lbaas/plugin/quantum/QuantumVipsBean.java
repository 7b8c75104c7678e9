package io.lbaas.plugin.quantum;

import io.lbaas.model.ListenerSpec;
import io.lbaas.model.ObjectRef;
import io.lbaas.model.ObjectType;
import io.lbaas.plugin.api.Caller;
import io.lbaas.plugin.api.Operations.Action;
import io.lbaas.plugin.api.Patch;
import io.lbaas.plugin.api.Query;
import io.lbaas.plugin.api.quantum.QuantumFault;
import io.lbaas.plugin.api.quantum.QuantumProtocol;
import io.lbaas.plugin.api.quantum.QuantumView;
import io.lbaas.plugin.api.quantum.QuantumVips;
import io.lbaas.plugin.api.quantum.VipTerms;
import io.lbaas.plugin.entity.Listener;
import io.lbaas.plugin.rule.FieldRules;
import io.lbaas.plugin.rule.IpAddress;
import io.lbaas.plugin.service.InFaults;
import io.lbaas.plugin.service.SharedTransaction;
import io.lbaas.plugin.service.TreeTransaction;
import io.lbaas.plugin.tree.TreeEditor;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** Vips. */
@Stateless
@InFaults
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class QuantumVipsBean implements QuantumVips {

    /** Addresses are taken in the order that all take them in, so that no two requests wait for each other. */
    private static final Comparator<Create> BY_ADDRESS = Comparator.comparing(
            wanted -> IpAddress.parse(wanted.terms().address()).orElse(null),
            Comparator.nullsLast(Comparator.naturalOrder()));

    @Inject
    private SharedTransaction one;

    @Inject
    private TreeTransaction transaction;

    @Inject
    private Homes homes;

    @Inject
    private QuantumViews views;

    @Inject
    private FieldRules fields;

    @Override
    public List<QuantumView.Vip> create(Caller caller, List<Create> wanted) {
        return one.together(() -> {
            homes.lock(wanted.stream().map(Create::terms).map(fields::check));
            IdentityHashMap<Create, QuantumView.Vip> created = new IdentityHashMap<>();
            wanted.stream().sorted(BY_ADDRESS).forEach(each -> created.put(each, create(caller, each)));
            return wanted.stream().map(created::get).toList();
        });
    }

    @Override
    public QuantumView.Vip show(UUID id) {
        return views.vip(id);
    }

    @Override
    public List<QuantumView.Vip> list(Query query) {
        return views.vips(query);
    }

    @Override
    public QuantumView.Vip update(Caller caller, UUID id, Patch<ListenerSpec> patch, UnaryOperator<VipTerms> terms) {
        return one.together(() -> {
            QuantumView.Vip vip = views.vip(id);
            VipTerms wanted = fields.check(terms.apply(terms(vip)));
            Function<TreeEditor, Listener> change = editor -> change(editor, id, patch, wanted);
            if (wanted.poolId().equals(vip.poolId())) {
                transaction.step(caller, Action.UPDATE, new ObjectRef(ObjectType.LISTENER, id), change);
            } else {
                freePool(wanted);
                homes.swap(caller, Action.UPDATE, vip.poolId(), wanted.poolId(), change);
            }
            return views.vip(id);
        });
    }

    @Override
    public void delete(Caller caller, UUID id) {
        one.together(() -> {
            UUID pool = views.vip(id).poolId();
            return transaction.step(caller, Action.DELETE, new ObjectRef(ObjectType.LISTENER, id), editor -> {
                Listener listener = editor.listeners().delete(id);
                editor.pools().persist(pool, null);
                return listener;
            });
        });
    }

    private QuantumView.Vip create(Caller caller, Create wanted) {
        VipTerms terms = fields.check(wanted.terms());
        QuantumView.Pool pool = freePool(terms);
        Listener created = homes.receive(caller, pool, terms.subnetId(), terms.address(), editor -> {
            Listener listener =
                    editor.listeners().create(wanted.labels(), wanted.listener().withDefaultPool(pool.id()));
            editor.pools().persist(pool.id(), terms.sessionPersistence().ofPool());
            return listener;
        });
        return views.vip(created.id());
    }

    private static Listener change(TreeEditor editor, UUID id, Patch<ListenerSpec> patch, VipTerms wanted) {
        Listener listener = editor.listeners().update(id, new Patch<>(patch.labels(), spec -> patch.spec()
                .apply(spec)
                .withDefaultPool(wanted.poolId())));
        editor.tree().pools().filter(pool -> !pool.id().equals(wanted.poolId())).forEach(pool -> editor.pools()
                .persist(pool.id(), null));
        editor.pools().persist(wanted.poolId(), wanted.sessionPersistence().ofPool());
        return listener;
    }

    private QuantumView.Pool freePool(VipTerms terms) {
        QuantumView.Pool pool = views.pool(terms.poolId());
        if (pool.vipId() != null) {
            throw QuantumFault.vipExists(pool.id());
        }
        if (!terms.protocol().name().equals(pool.protocol())) {
            throw QuantumFault.protocolMismatch(terms.protocol(), pool.protocol());
        }
        return pool;
    }

    private static VipTerms terms(QuantumView.Vip vip) {
        var persistence =
                vip.sessionPersistence() == null ? new VipTerms.Persistence(null, null) : vip.sessionPersistence();
        return new VipTerms(
                vip.subnetId(), vip.address(), QuantumProtocol.valueOf(vip.protocol()), vip.poolId(), persistence);
    }
}
