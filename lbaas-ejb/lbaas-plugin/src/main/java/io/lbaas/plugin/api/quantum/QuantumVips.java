package io.lbaas.plugin.api.quantum;

import io.lbaas.model.ListenerSpec;
import io.lbaas.plugin.api.Caller;
import io.lbaas.plugin.api.Labels;
import io.lbaas.plugin.api.Patch;
import io.lbaas.plugin.api.Query;
import jakarta.ejb.Local;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;

/** Vips. Every method may throw {@link io.lbaas.plugin.api.Fault}. */
@Local
public interface QuantumVips {

    /** A new vip. */
    record Create(Labels labels, VipTerms terms, ListenerSpec listener) {}

    /** Makes all of them or none. */
    List<QuantumView.Vip> create(Caller caller, List<Create> wanted);

    QuantumView.Vip show(UUID id);

    List<QuantumView.Vip> list(Query query);

    /** Changes a vip, which takes another pool where the terms name one. */
    QuantumView.Vip update(Caller caller, UUID id, Patch<ListenerSpec> patch, UnaryOperator<VipTerms> terms);

    void delete(Caller caller, UUID id);
}
