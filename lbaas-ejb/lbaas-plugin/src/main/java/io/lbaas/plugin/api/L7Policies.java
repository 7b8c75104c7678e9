package io.lbaas.plugin.api;

import io.lbaas.model.L7PolicySpec;
import jakarta.ejb.Local;
import java.util.List;
import java.util.UUID;

/** L7 policies. Every method may throw {@link Fault}. */
@Local
public interface L7Policies {

    /** A new policy with its rules. */
    View.OfL7Policy create(Caller caller, UUID listenerId, New.OfL7Policy policy);

    View.OfL7Policy show(UUID id);

    /** Policies, by their position where no other order is asked for. */
    List<View.OfL7Policy> list(Query query);

    View.OfL7Policy update(Caller caller, UUID id, Patch<L7PolicySpec> patch);

    void delete(Caller caller, UUID id);
}
