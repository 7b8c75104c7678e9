package io.lbaas.plugin.store;

import io.lbaas.model.ObjectRef;
import io.lbaas.model.ObjectType;
import io.lbaas.plugin.api.Fault;
import io.lbaas.plugin.entity.Child;
import io.lbaas.plugin.entity.HealthMonitor;
import io.lbaas.plugin.entity.Intent;
import io.lbaas.plugin.entity.L7Policy;
import io.lbaas.plugin.entity.L7Rule;
import io.lbaas.plugin.entity.Listener;
import io.lbaas.plugin.entity.LoadBalancer;
import io.lbaas.plugin.entity.Member;
import io.lbaas.plugin.entity.Pool;
import io.lbaas.plugin.entity.Provisioned;
import io.lbaas.plugin.tree.LoadBalancerTree;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** Load balancers with all that is beneath them. Changes of one are serialised by the lock on its row. */
@ApplicationScoped
public class Trees {

    /** In the order in which they are added to a tree. */
    private static final List<Class<? extends Child<?>>> CHILDREN =
            List.of(Listener.class, Pool.class, Member.class, HealthMonitor.class, L7Policy.class, L7Rule.class);

    @PersistenceContext
    private EntityManager database;

    protected Trees() {}

    public Trees(EntityManager database) {
        this.database = database;
    }

    /** The tree, locked until the transaction ends; nothing where there is no such load balancer. */
    public Optional<LoadBalancerTree> lock(UUID loadBalancerId) {
        var root = database.find(LoadBalancer.class, loadBalancerId, LockModeType.PESSIMISTIC_WRITE);
        return Optional.ofNullable(root).map(this::load);
    }

    /**
     * The tree that an object belongs to, locked until the transaction ends.
     *
     * @throws Fault NOT_FOUND where there is no such object
     */
    public LoadBalancerTree lock(ObjectRef object) {
        Optional<UUID> root = object.type() == ObjectType.LOAD_BALANCER
                ? Optional.of(object.id())
                : database.createQuery(
                                "select o.loadBalancerId from " + entity(object.type()) + " o where o.id = :id",
                                UUID.class)
                        .setParameter("id", object.id())
                        .getResultStream()
                        .findFirst();
        return root.flatMap(this::lock).orElseThrow(() -> Fault.notFound(object.type(), object.id()));
    }

    /** Locks several load balancers in the order that all lock them in, so that no two changes wait for each other. */
    public void lockAll(Stream<UUID> loadBalancerIds) {
        // As the database sorts them, which is not how Java does.
        loadBalancerIds.distinct().sorted(Comparator.comparing(UUID::toString)).forEach(this::lock);
    }

    /**
     * The tree as it is at one moment, for readers. It must be the first that their transaction asks for.
     *
     * @throws Fault NOT_FOUND where there is no such load balancer
     */
    public LoadBalancerTree get(UUID loadBalancerId) {
        database.createNativeQuery("set transaction isolation level repeatable read")
                .executeUpdate();
        return Optional.ofNullable(database.find(LoadBalancer.class, loadBalancerId))
                .map(this::load)
                .orElseThrow(() -> Fault.notFound(ObjectType.LOAD_BALANCER, loadBalancerId));
    }

    /** The project of an object; nothing where there is no such object. */
    public Optional<String> projectOf(ObjectType type, UUID id) {
        return database.createQuery("select o.projectId from " + entity(type) + " o where o.id = :id", String.class)
                .setParameter("id", id)
                .getResultStream()
                .findFirst();
    }

    /** The provider of an object's load balancer; nothing where there is no such object. */
    public Optional<String> providerOf(ObjectType type, UUID id) {
        String root = type == ObjectType.LOAD_BALANCER ? "o.id" : "o.loadBalancerId";
        return database.createQuery(
                        "select l.provider from LoadBalancer l, " + entity(type) + " o where l.id = " + root
                                + " and o.id = :id",
                        String.class)
                .setParameter("id", id)
                .getResultStream()
                .findFirst();
    }

    /** Writes what has changed now, so that the database is part of the transaction before any queue is. */
    public void save(LoadBalancerTree tree) {
        tree.added().forEach(database::persist);
        tree.removed().forEach(database::remove);
        flush();
    }

    /** As above, where only rows have changed that are known already. */
    public void flush() {
        database.flush();
    }

    /** Whether a device is known to have had a generation, nothing of it awaits an answer, and none was asked for since. */
    public boolean settled(UUID loadBalancerId, UUID deviceId, long generation) {
        return !database.createQuery(
                        "select l.id from LoadBalancer l where l.id = :id and l.deviceId = :device"
                                + " and l.settledGeneration >= :generation and l.appliedGeneration >= :generation"
                                + " and (l.resendAt is null or l.treeGeneration > :generation)",
                        UUID.class)
                .setParameter("id", loadBalancerId)
                .setParameter("device", deviceId)
                .setParameter("generation", generation)
                .getResultList()
                .isEmpty();
    }

    /** Whether there is such a load balancer, and it is to stay. */
    public boolean wanted(UUID loadBalancerId) {
        return !database.createQuery(
                        "select l.id from LoadBalancer l where l.id = :id and (l.intent is null or l.intent <> :delete)",
                        UUID.class)
                .setParameter("id", loadBalancerId)
                .setParameter("delete", Intent.DELETE)
                .getResultList()
                .isEmpty();
    }

    /** Load balancers on a device, at random so that one that cannot be helped does not stand in the way of others. */
    public List<UUID> on(UUID deviceId, int limit) {
        List<?> rows = database.createNativeQuery(
                        "select id from load_balancer where device_id = ?1 order by random() limit ?2")
                .setParameter(1, deviceId)
                .setParameter(2, limit)
                .getResultList();
        return rows.stream().map(UUID.class::cast).toList();
    }

    /** Load balancers whose command has had no answer for long, or whose objects are overdue. */
    public List<UUID> unanswered(int limit) {
        return database.createQuery(
                        "select l.id from LoadBalancer l where l.resendAt < current_timestamp"
                                + " or l.overdueAt < current_timestamp order by l.resendAt",
                        UUID.class)
                .setMaxResults(limit)
                .getResultList();
    }

    private LoadBalancerTree load(LoadBalancer root) {
        List<Child<?>> children = new ArrayList<>();
        CHILDREN.forEach(kind -> children.addAll(childrenOf(root, kind)));
        return new LoadBalancerTree(root, children);
    }

    private <C extends Child<?>> List<C> childrenOf(LoadBalancer root, Class<C> kind) {
        return database.createQuery(
                        "select c from " + kind.getSimpleName()
                                + " c where c.loadBalancerId = :root order by c.createdAt, c.id",
                        kind)
                .setParameter("root", root.id())
                .getResultList();
    }

    static String entity(ObjectType type) {
        return entityClass(type).getSimpleName();
    }

    static Class<? extends Provisioned<?>> entityClass(ObjectType type) {
        return switch (type) {
            case LOAD_BALANCER -> LoadBalancer.class;
            case LISTENER -> Listener.class;
            case POOL -> Pool.class;
            case MEMBER -> Member.class;
            case HEALTH_MONITOR -> HealthMonitor.class;
            case L7_POLICY -> L7Policy.class;
            case L7_RULE -> L7Rule.class;
        };
    }
}
