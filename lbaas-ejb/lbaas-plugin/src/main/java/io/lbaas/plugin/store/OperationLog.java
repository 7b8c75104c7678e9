package io.lbaas.plugin.store;

import io.lbaas.message.Result;
import io.lbaas.model.ProvisioningStatus;
import io.lbaas.plugin.api.Fault;
import io.lbaas.plugin.api.Operations;
import io.lbaas.plugin.api.Operations.Action;
import io.lbaas.plugin.api.Operations.Status;
import io.lbaas.plugin.entity.OperationEntry;
import io.lbaas.plugin.entity.Provisioned;
import io.lbaas.plugin.tree.LoadBalancerTree;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** The records of accepted changes. */
@ApplicationScoped
public class OperationLog {

    @PersistenceContext
    private EntityManager database;

    protected OperationLog() {}

    public OperationLog(EntityManager database) {
        this.database = database;
    }

    public void add(OperationEntry entry) {
        database.persist(entry);
    }

    /** Ends the changes up to a result's generation whose objects no longer await an answer. */
    public void end(LoadBalancerTree tree, Result result, Instant now) {
        end(tree, result.generation(), now)
                .forEach(entry -> entry.reported(result.takenAt(), result.appliedAt(), result.reportedAt()));
    }

    /** Ends the changes up to a generation whose objects no longer await an answer. */
    public List<OperationEntry> end(LoadBalancerTree tree, long generation, Instant now) {
        List<OperationEntry> ended = pending(tree.root().id(), generation).stream()
                .filter(entry -> !awaited(tree, entry))
                .toList();
        ended.forEach(entry -> {
            Optional<String> failure = failure(tree, entry);
            entry.end(failure.isPresent() ? Status.FAILED : Status.SUCCEEDED, failure.orElse(null), now);
        });
        return ended;
    }

    /** The changes wanted, newest first. */
    public List<Operations.Entry> list(Operations.Question question) {
        OperationStatement statement = OperationStatement.of(question, marker(question.marker()));
        Query query = database.createNativeQuery(statement.sql(), OperationEntry.class);
        for (int i = 0; i < statement.parameters().size(); i++) {
            query.setParameter(i + 1, statement.parameters().get(i));
        }
        List<?> rows = query.getResultList();
        return rows.stream()
                .map(OperationEntry.class::cast)
                .map(OperationEntry::record)
                .toList();
    }

    private Optional<Operations.Entry> marker(UUID id) {
        if (id == null) {
            return Optional.empty();
        }
        OperationEntry found = database.find(OperationEntry.class, id);
        if (found == null) {
            throw Fault.invalid("Supplied pagination marker '" + id + "' is not valid.");
        }
        return Optional.of(found.record());
    }

    /** How many changes of a kind someone has made since. */
    public long count(Action action, String user, Instant since) {
        return database.createQuery(
                        "select count(o) from OperationEntry o where o.validatedAt > :since and o.action = :action"
                                + " and o.userName = :user",
                        Long.class)
                .setParameter("since", since)
                .setParameter("action", action)
                .setParameter("user", user)
                .getSingleResult();
    }

    /** Whether there ever was such a load balancer. */
    public boolean knows(UUID loadBalancerId) {
        return !database.createQuery("select o.id from OperationEntry o where o.loadBalancerId = :root", UUID.class)
                .setParameter("root", loadBalancerId)
                .setMaxResults(1)
                .getResultList()
                .isEmpty();
    }

    /** Forgets what ended before. */
    public int purge(Instant before) {
        return database.createQuery("delete from OperationEntry o where o.settledAt < :before")
                .setParameter("before", before)
                .executeUpdate();
    }

    private List<OperationEntry> pending(UUID loadBalancerId, long generation) {
        return database.createQuery(
                        "select o from OperationEntry o where o.loadBalancerId = :root"
                                + " and o.status = :pending and o.generation <= :generation",
                        OperationEntry.class)
                .setParameter("root", loadBalancerId)
                .setParameter("pending", Status.PENDING)
                .setParameter("generation", generation)
                .getResultList();
    }

    private static boolean awaited(LoadBalancerTree tree, OperationEntry entry) {
        return !tree.gone()
                && (entry.awaits(tree.root()) || touched(tree, entry).anyMatch(Provisioned::pending));
    }

    private static Optional<String> failure(LoadBalancerTree tree, OperationEntry entry) {
        return tree.gone()
                ? Optional.empty()
                : touched(tree, entry)
                        .filter(object -> object.provisioningStatus() == ProvisioningStatus.ERROR)
                        .map(Provisioned::statusReason)
                        .findFirst();
    }

    private static Stream<Provisioned<?>> touched(LoadBalancerTree tree, OperationEntry entry) {
        return entry.touched().stream().flatMap(id -> tree.object(id).stream());
    }
}
