package io.lbaas.plugin.quota;

import io.lbaas.model.ObjectType;
import io.lbaas.plugin.api.QuotaLimits;
import io.lbaas.plugin.config.QuotaDefaults;
import io.lbaas.plugin.entity.ProjectQuota;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Locale;
import java.util.Optional;

/** The limits of projects, and what they have. */
@ApplicationScoped
public class QuotaStore {

    @PersistenceContext
    private EntityManager database;

    private QuotaDefaults defaults;

    protected QuotaStore() {}

    @Inject
    public QuotaStore(QuotaDefaults defaults) {
        this.defaults = defaults;
    }

    /** For sessions that no container manages. */
    public QuotaStore(EntityManager database, QuotaDefaults defaults) {
        this.database = database;
        this.defaults = defaults;
    }

    QuotaLimits defaults() {
        return defaults.limits();
    }

    /** What is in force for a project; no limit is null. */
    QuotaLimits limits(String projectId) {
        return own(projectId)
                .map(ProjectQuota::limits)
                .orElse(QuotaLimits.UNSET)
                .or(defaults());
    }

    /** The limits of its own. */
    Optional<ProjectQuota> own(String projectId) {
        return Optional.ofNullable(database.find(ProjectQuota.class, projectId));
    }

    void add(ProjectQuota quota) {
        database.persist(quota);
        database.flush();
    }

    void remove(ProjectQuota quota) {
        database.remove(quota);
        database.flush();
    }

    /** How many objects of a kind a project has, those included that are being deleted. */
    long count(ObjectType type, String projectId) {
        return ((Number) database.createNativeQuery("select count(*) from "
                                + type.name().toLowerCase(Locale.ROOT) + " where project_id = ?1")
                        .setParameter(1, projectId)
                        .getSingleResult())
                .longValue();
    }

    /** Lets one transaction at a time pass that is about the same thing of the same project, until it has ended. */
    void lock(Object thing, String projectId) {
        database.createNativeQuery("select 1 from pg_advisory_xact_lock(hashtext(?1), hashtext(?2))")
                .setParameter(1, "quota of " + thing)
                .setParameter(2, projectId)
                .getSingleResult();
    }
}
