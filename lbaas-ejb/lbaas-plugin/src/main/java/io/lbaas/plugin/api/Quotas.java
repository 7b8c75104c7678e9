package io.lbaas.plugin.api;

import jakarta.ejb.Local;
import java.util.List;
import java.util.function.UnaryOperator;

/** How much projects may have. Every method may throw {@link Fault}. */
@Local
public interface Quotas {

    /** The limits that a project has; none of them is null. */
    record Quota(String projectId, QuotaLimits limits) {}

    /** The limits of a project, whether it has its own or not. */
    Quota show(String projectId);

    /** The limits of a project that has none of its own. */
    Quota defaults(String projectId);

    /** How many objects of each kind a project has; those that are being deleted count until they are gone. */
    QuotaLimits inUse(String projectId);

    /** The projects that have limits of their own. */
    List<Quota> list(Query query);

    /** Changes a project's own limits; one that becomes null is as the configuration says again. */
    Quota update(Caller caller, String projectId, UnaryOperator<QuotaLimits> change);

    /** Forgets a project's own limits. */
    void reset(Caller caller, String projectId);
}
