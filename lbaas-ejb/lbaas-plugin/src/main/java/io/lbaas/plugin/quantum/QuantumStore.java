package io.lbaas.plugin.quantum;

import io.lbaas.plugin.entity.QuantumMonitor;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What v1 has beyond the trees of load balancers, and where in them it finds its own. */
@ApplicationScoped
public class QuantumStore {

    @PersistenceContext
    private EntityManager database;

    protected QuantumStore() {}

    public QuantumStore(EntityManager database) {
        this.database = database;
    }

    /** Notes that a load balancer was made for a pool, and goes with it. */
    void addHome(UUID loadBalancer) {
        insert("quantum_home values (?1)", loadBalancer);
    }

    boolean isHome(UUID loadBalancer) {
        return !ids("load_balancer_id from quantum_home where load_balancer_id = ?1", loadBalancer)
                .isEmpty();
    }

    /** Notes where the members of a pool are said to be. */
    void addPoolSubnet(UUID pool, UUID subnet) {
        insert("quantum_pool_subnet values (?1, ?2)", pool, subnet);
    }

    UUID loadBalancerOf(UUID pool) {
        return ids("load_balancer_id from quantum_tree where pool_id = ?1", pool)
                .get(0);
    }

    /** The pool without a vip whose load balancer holds an address. */
    Optional<UUID> poolHolding(UUID subnet, String address) {
        return ids(
                        "pool_id from quantum_tree where listener_id is null and vip_subnet_id = ?1"
                                + " and vip_address = ?2",
                        subnet,
                        address)
                .stream()
                .findFirst();
    }

    void addMonitor(QuantumMonitor monitor) {
        database.persist(monitor);
        database.flush();
    }

    Optional<QuantumMonitor> findMonitor(UUID id) {
        return Optional.ofNullable(database.find(QuantumMonitor.class, id));
    }

    void removeMonitor(QuantumMonitor monitor) {
        database.remove(monitor);
    }

    /** Notes which health monitor stands for a v1 monitor in a pool. */
    void associate(UUID healthMonitor, UUID monitor) {
        insert("quantum_association values (?1, ?2)", healthMonitor, monitor);
    }

    /** The health monitors that stand for a v1 monitor, by load balancer, which is the order that all lock them in. */
    List<UUID> standingFor(UUID monitor) {
        return ids(
                "health_monitor_id from quantum_association a join health_monitor h on h.id = a.health_monitor_id"
                        + " where monitor_id = ?1 order by h.load_balancer_id",
                monitor);
    }

    /** The health monitor that stands for a v1 monitor in a pool. */
    Optional<UUID> standingFor(UUID monitor, UUID pool) {
        return ids("health_monitor_id from quantum_pool_monitor where monitor_id = ?1 and pool_id = ?2", monitor, pool)
                .stream()
                .findFirst();
    }

    private void insert(String rest, Object... parameters) {
        query("insert into " + rest, parameters).executeUpdate();
    }

    private List<UUID> ids(String rest, Object... parameters) {
        List<?> rows = query("select " + rest, parameters).getResultList();
        return rows.stream().map(UUID.class::cast).toList();
    }

    private jakarta.persistence.Query query(String sql, Object... parameters) {
        var query = database.createNativeQuery(sql);
        for (int i = 0; i < parameters.length; i++) {
            query.setParameter(i + 1, parameters[i]);
        }
        return query;
    }
}
