package io.lbaas.plugin.store;

import io.lbaas.plugin.entity.TlsContainer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The rows of TLS containers, and who uses them. */
@ApplicationScoped
public class TlsContainerRows {

    /** Also what a device has while an update is pending or was refused counts as use. */
    private static final String USERS =
            """
            SELECT DISTINCT load_balancer_id FROM (
                SELECT load_balancer_id, project_id, spec, last_good FROM listener
                UNION ALL
                SELECT load_balancer_id, project_id, spec, last_good FROM pool) user_of
            WHERE project_id = ?1 AND (spec->>'tls' LIKE ?2 OR last_good->>'tls' LIKE ?2)
            ORDER BY load_balancer_id""";

    /** Shared, so that load balancers with the same certificate do not wait for each other. */
    private static final String HOLD = "SELECT id FROM tls_container WHERE id = ANY (?1::uuid[]) ORDER BY id FOR SHARE";

    @PersistenceContext
    private EntityManager database;

    protected TlsContainerRows() {}

    public TlsContainerRows(EntityManager database) {
        this.database = database;
    }

    public Optional<TlsContainer> find(UUID id) {
        return Optional.ofNullable(database.find(TlsContainer.class, id));
    }

    /** A container that nobody else can change or begin to use until the transaction ends. */
    public Optional<TlsContainer> lock(UUID id) {
        return Optional.ofNullable(database.find(TlsContainer.class, id, LockModeType.PESSIMISTIC_WRITE));
    }

    /** Those of a project's containers that have one of the ids; they stay as they are until the transaction ends. */
    public List<TlsContainer> hold(Collection<UUID> ids, String projectId) {
        if (ids.isEmpty()) {
            return List.of();
        }
        database.createNativeQuery(HOLD)
                .setParameter(1, ids.stream().map(UUID::toString).toArray(String[]::new))
                .getResultList();
        return ids.stream()
                .flatMap(id -> find(id).stream())
                .filter(container -> container.projectId().equals(projectId))
                .toList();
    }

    /** The containers of a project, or of all where it is null; the oldest first. */
    public List<TlsContainer> list(String projectId) {
        String where = projectId == null ? "" : " where c.projectId = :project";
        var query = database.createQuery(
                "select c from TlsContainer c" + where + " order by c.createdAt, c.id", TlsContainer.class);
        if (projectId != null) {
            query.setParameter("project", projectId);
        }
        return query.getResultList();
    }

    /** The load balancers that use a container. */
    public List<UUID> users(TlsContainer container) {
        List<?> ids = database.createNativeQuery(USERS)
                .setParameter(1, container.projectId())
                .setParameter(2, "%" + container.id() + "%")
                .getResultList();
        return ids.stream().map(UUID.class::cast).toList();
    }

    public void add(TlsContainer container) {
        database.persist(container);
        database.flush();
    }

    public void remove(TlsContainer container) {
        database.remove(container);
        database.flush();
    }
}
