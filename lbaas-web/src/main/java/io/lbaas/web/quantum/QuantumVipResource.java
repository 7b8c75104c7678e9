package io.lbaas.web.quantum;

import io.lbaas.model.ListenerSpec;
import io.lbaas.plugin.api.Caller;
import io.lbaas.plugin.api.Labels;
import io.lbaas.plugin.api.Patch;
import io.lbaas.plugin.api.quantum.QuantumPools;
import io.lbaas.plugin.api.quantum.QuantumType;
import io.lbaas.plugin.api.quantum.QuantumView;
import io.lbaas.plugin.api.quantum.QuantumVips;
import io.lbaas.plugin.api.quantum.VipTerms;
import io.lbaas.web.resource.ResourceTable;
import io.lbaas.web.schema.RequestBody;
import io.lbaas.web.security.Permission;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;

/** Vips. */
@Path("v2/lbaas/lb/vips")
@ApplicationScoped
public class QuantumVipResource extends QuantumResource<QuantumVips.Create, QuantumView.Vip> {

    @Inject
    private QuantumVips vips;

    @Inject
    private QuantumPools pools;

    public QuantumVipResource() {
        super(QuantumType.VIP, QuantumSchemas.VIP, QuantumRendering::vip);
    }

    @Override
    protected ResourceTable<UUID, QuantumView.Vip> table(UriInfo uri) {
        return objects(vips::show).list(vips::list).update(this::change).delete(vips::delete);
    }

    @Override
    QuantumVips.Create read(RequestBody body) {
        VipTerms terms = body.as(VipTerms.class);
        var wanted = new QuantumVips.Create(body.as(Labels.class), terms, body.as(ListenerSpec.class));
        requirePool(terms);
        return wanted;
    }

    @Override
    List<QuantumView.Vip> create(Caller caller, List<QuantumVips.Create> wanted) {
        return vips.create(caller, wanted);
    }

    private ResourceTable.Change<UUID, QuantumView.Vip> change(RequestBody body) {
        Patch<ListenerSpec> patch = body.patch(ListenerSpec.class);
        UnaryOperator<VipTerms> terms = body.patch(VipTerms.class).spec();
        return (caller, id) -> vips.update(caller, id, patch, before -> requirePool(terms.apply(before)));
    }

    private VipTerms requirePool(VipTerms terms) {
        request().require(Permission.WRITE, pools.show(terms.poolId()).tenantId());
        return terms;
    }
}
