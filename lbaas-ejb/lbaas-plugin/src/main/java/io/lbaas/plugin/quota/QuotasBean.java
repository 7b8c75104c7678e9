package io.lbaas.plugin.quota;

import io.lbaas.plugin.api.Caller;
import io.lbaas.plugin.api.Fault;
import io.lbaas.plugin.api.Query;
import io.lbaas.plugin.api.QuotaLimits;
import io.lbaas.plugin.api.Quotas;
import io.lbaas.plugin.entity.ProjectQuota;
import io.lbaas.plugin.list.Rows;
import io.lbaas.plugin.list.Sources;
import io.lbaas.plugin.rule.FieldRules;
import io.lbaas.plugin.service.InFaults;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** How much projects may have. */
@Stateless
@InFaults
public class QuotasBean implements Quotas {

    private static final int LONGEST_PROJECT_ID = 36;

    @Inject
    private QuotaStore store;

    @Inject
    private Rows rows;

    @Inject
    private FieldRules fields;

    @Override
    public Quota show(String projectId) {
        return new Quota(projectId, store.limits(projectId));
    }

    @Override
    public Quota defaults(String projectId) {
        return new Quota(projectId, store.defaults());
    }

    @Override
    public QuotaLimits inUse(String projectId) {
        return QuotaKinds.each(type -> (int) store.count(type, projectId));
    }

    @Override
    public List<Quota> list(Query query) {
        return rows.list(Sources.QUOTAS, query).stream()
                .map(row -> new Quota(row.projectId(), row.limits().or(store.defaults())))
                .toList();
    }

    @Override
    public Quota update(Caller caller, String projectId, UnaryOperator<QuotaLimits> change) {
        if (projectId.length() > LONGEST_PROJECT_ID) {
            throw Fault.invalidField(
                    "project_id",
                    projectId,
                    "Value should have a maximum character requirement of " + LONGEST_PROJECT_ID);
        }
        store.lock("a project", projectId);
        Optional<ProjectQuota> own = store.own(projectId);
        QuotaLimits limits =
                fields.check(change.apply(own.map(ProjectQuota::limits).orElse(QuotaLimits.UNSET)));
        own.ifPresentOrElse(row -> row.change(limits), () -> store.add(new ProjectQuota(projectId, limits)));
        return new Quota(projectId, limits.or(store.defaults()));
    }

    @Override
    public void reset(Caller caller, String projectId) {
        store.lock("a project", projectId);
        store.own(projectId).ifPresent(store::remove);
    }
}
