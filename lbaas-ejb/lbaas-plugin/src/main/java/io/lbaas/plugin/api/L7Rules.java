package io.lbaas.plugin.api;

import io.lbaas.model.L7RuleSpec;
import jakarta.ejb.Local;
import java.util.List;
import java.util.UUID;

/** Rules of L7 policies. A rule asked for in the wrong policy is not found. Every method may throw {@link Fault}. */
@Local
public interface L7Rules {

    View.OfL7Rule create(Caller caller, UUID policyId, Labels labels, L7RuleSpec spec);

    View.OfL7Rule show(UUID policyId, UUID id);

    List<View.OfL7Rule> list(UUID policyId, Query query);

    View.OfL7Rule update(Caller caller, UUID policyId, UUID id, Patch<L7RuleSpec> patch);

    void delete(Caller caller, UUID policyId, UUID id);
}
