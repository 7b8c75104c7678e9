package io.lbaas.plugin.store;

import io.lbaas.plugin.entity.Departure;
import io.lbaas.plugin.entity.FormerPlace;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** The devices that load balancers have left, until these are rid of them. */
@ApplicationScoped
public class FormerPlaces {

    @PersistenceContext
    private EntityManager database;

    protected FormerPlaces() {}

    public FormerPlaces(EntityManager database) {
        this.database = database;
    }

    public void add(FormerPlace place) {
        database.persist(place);
    }

    public void remove(FormerPlace place) {
        database.remove(place);
        database.flush();
    }

    /** The former places of a load balancer, locked until the transaction ends. */
    public List<FormerPlace> of(UUID loadBalancerId) {
        return database.createQuery(
                        "select p from FormerPlace p where p.loadBalancerId = :root order by p.id", FormerPlace.class)
                .setParameter("root", loadBalancerId)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList();
    }

    /** What load balancers were on a device, or are to be removed from it. */
    public List<FormerPlace> on(UUID deviceId) {
        return database.createQuery(
                        "select p from FormerPlace p where p.deviceId = :device order by p.id", FormerPlace.class)
                .setParameter("device", deviceId)
                .getResultList();
    }

    /** How many load balancers each device is not rid of yet; devices without any are left out. */
    public Map<UUID, Long> stale() {
        return database.createQuery(
                        "select p.deviceId, count(p) from FormerPlace p where p.phase <> :gone group by p.deviceId",
                        Object[].class)
                .setParameter("gone", Departure.GONE)
                .getResultStream()
                .collect(Collectors.toMap(row -> (UUID) row[0], row -> (Long) row[1]));
    }

    /** How many load balancers are leaving a device that are not up elsewhere yet. */
    public long underWay(UUID deviceId) {
        return database.createQuery(
                        "select count(p) from FormerPlace p where p.deviceId = :device and p.phase in :before",
                        Long.class)
                .setParameter("device", deviceId)
                .setParameter("before", List.of(Departure.STANDING, Departure.YIELDING))
                .getSingleResult();
    }

    /** The load balancers with something to do about their former places: on devices that answer, or overdue. */
    public List<UUID> due(int limit) {
        List<?> rows = database.createNativeQuery("select distinct p.load_balancer_id from former_place p"
                        + " join device d on d.id = p.device_id left join load_balancer l on l.id = p.load_balancer_id"
                        + " where p.phase = 'STANDING' and (l.id is null or l.intent = 'DELETE')"
                        + " or p.resend_at <= now() and (p.phase = 'GONE' or d.reachable and d.state <> 'DISABLED')"
                        + " limit ?1")
                .setParameter(1, limit)
                .getResultList();
        return rows.stream().map(UUID.class::cast).toList();
    }

    /** Has what a device was not rid of removed now. */
    public void hasten(UUID deviceId) {
        database.createNativeQuery(
                        "update former_place set resend_at = now() where device_id = ?1 and resend_at > now()"
                                + " and phase <> 'GONE'")
                .setParameter(1, deviceId)
                .executeUpdate();
    }

    /** The place of a load balancer on a device that it has left; nothing where it was never there. */
    public Optional<FormerPlace> find(UUID loadBalancerId, UUID deviceId) {
        return of(loadBalancerId).stream()
                .filter(place -> place.deviceId().equals(deviceId))
                .findFirst();
    }
}
