package io.lbaas.web.quantum;

import io.lbaas.model.PoolSpec;
import io.lbaas.plugin.api.Caller;
import io.lbaas.plugin.api.Labels;
import io.lbaas.plugin.api.Patch;
import io.lbaas.plugin.api.quantum.PoolTerms;
import io.lbaas.plugin.api.quantum.QuantumPools;
import io.lbaas.plugin.api.quantum.QuantumType;
import io.lbaas.plugin.api.quantum.QuantumView;
import io.lbaas.web.resource.ResourceTable;
import io.lbaas.web.schema.RequestBody;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;

/** Pools. */
@Path("v2/lbaas/lb/pools")
@ApplicationScoped
public class QuantumPoolResource extends QuantumResource<QuantumPools.Create, QuantumView.Pool> {

    @Inject
    private QuantumPools pools;

    public QuantumPoolResource() {
        super(QuantumType.POOL, QuantumSchemas.POOL, QuantumRendering::pool);
    }

    @Override
    protected ResourceTable<UUID, QuantumView.Pool> table(UriInfo uri) {
        return objects(pools::show).list(pools::list).update(this::change).delete(pools::delete);
    }

    @Override
    QuantumPools.Create read(RequestBody body) {
        PoolTerms terms = body.as(PoolTerms.class);
        PoolSpec spec = withAlgorithm(body).as(PoolSpec.class);
        return new QuantumPools.Create(owner(body), body.as(Labels.class), terms, spec);
    }

    @Override
    List<QuantumView.Pool> create(Caller caller, List<QuantumPools.Create> wanted) {
        return pools.create(caller, wanted);
    }

    private ResourceTable.Change<UUID, QuantumView.Pool> change(RequestBody body) {
        UnaryOperator<PoolTerms> terms = body.patch(PoolTerms.class).spec();
        Patch<PoolSpec> patch = withAlgorithm(body).patch(PoolSpec.class);
        return (caller, id) -> pools.update(caller, id, patch, terms);
    }

    private static RequestBody withAlgorithm(RequestBody body) {
        return body.alias("lb_method", "lb_algorithm");
    }
}
