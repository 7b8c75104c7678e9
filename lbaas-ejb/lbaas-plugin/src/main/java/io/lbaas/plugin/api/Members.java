package io.lbaas.plugin.api;

import io.lbaas.model.MemberSpec;
import jakarta.ejb.Local;
import java.util.List;
import java.util.UUID;

/** Members of pools. A member asked for in the wrong pool is not found. Every method may throw {@link Fault}. */
@Local
public interface Members {

    View.OfMember create(Caller caller, UUID poolId, Labels labels, MemberSpec spec);

    /**
     * Makes a pool have the members of a list. A member is known by its address and port; what the list says of one that
     * is there replaces what it was.
     *
     * @param additive whether members that the list leaves out stay
     */
    void replace(Caller caller, UUID poolId, List<New.OfMember> members, boolean additive);

    View.OfMember show(UUID poolId, UUID id);

    List<View.OfMember> list(UUID poolId, Query query);

    View.OfMember update(Caller caller, UUID poolId, UUID id, Patch<MemberSpec> patch);

    void delete(Caller caller, UUID poolId, UUID id);
}
