package io.lbaas.plugin.api;

import io.lbaas.model.PoolSpec;
import jakarta.ejb.Local;
import java.util.List;
import java.util.UUID;

/** Pools. Every method may throw {@link Fault}. */
@Local
public interface Pools {

    /** A new pool: of a load balancer, or of a listener whose default pool it becomes; one of the ids may be null. */
    View.OfPool create(Caller caller, UUID loadBalancerId, UUID listenerId, New.OfPool pool);

    View.OfPool show(UUID id);

    List<View.OfPool> list(Query query);

    View.OfPool update(Caller caller, UUID id, Patch<PoolSpec> patch);

    void delete(Caller caller, UUID id);
}
