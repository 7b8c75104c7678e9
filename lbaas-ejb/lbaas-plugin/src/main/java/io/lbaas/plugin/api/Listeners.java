package io.lbaas.plugin.api;

import io.lbaas.model.ListenerSpec;
import jakarta.ejb.Local;
import java.util.List;
import java.util.UUID;

/** Listeners. Every method may throw {@link Fault}. */
@Local
public interface Listeners {

    View.OfListener create(Caller caller, UUID loadBalancerId, New.OfListener listener);

    View.OfListener show(UUID id);

    List<View.OfListener> list(Query query);

    View.OfListener update(Caller caller, UUID id, Patch<ListenerSpec> patch);

    void delete(Caller caller, UUID id);
}
