package io.lbaas.plugin.api.quantum;

import io.lbaas.model.PoolSpec;
import io.lbaas.plugin.api.Caller;
import io.lbaas.plugin.api.Labels;
import io.lbaas.plugin.api.Patch;
import io.lbaas.plugin.api.Query;
import jakarta.ejb.Local;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;

/** Pools, which come before their vips. Every method may throw {@link io.lbaas.plugin.api.Fault}. */
@Local
public interface QuantumPools {

    /** A new pool. */
    record Create(String projectId, Labels labels, PoolTerms terms, PoolSpec spec) {}

    /** Makes all of them or none. */
    List<QuantumView.Pool> create(Caller caller, List<Create> wanted);

    QuantumView.Pool show(UUID id);

    List<QuantumView.Pool> list(Query query);

    /** Changes a pool, and with the terms which health monitor it is associated with. */
    QuantumView.Pool update(Caller caller, UUID id, Patch<PoolSpec> patch, UnaryOperator<PoolTerms> terms);

    /** Deletes a pool that has no vip, with its members and associations. */
    void delete(Caller caller, UUID id);
}
