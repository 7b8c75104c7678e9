package io.lbaas.plugin.store;

import io.lbaas.plugin.entity.Device;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * How many more load balancers devices may hold. The number of each is kept in parts; whoever takes or gives back one
 * locks a part that nobody else has locked, so that creates do not wait for each other and the capacity is never
 * exceeded, whatever is created and deleted at the same time.
 */
@ApplicationScoped
public class DeviceRooms {

    /** So many can take room on a device at once without waiting. */
    private static final int PARTS = 32;

    private static final String CHANGE = "update device_room set free = free + ?2 where device_id = ?1 and part = ?3";

    @PersistenceContext
    private EntityManager database;

    protected DeviceRooms() {}

    public DeviceRooms(EntityManager database) {
        this.database = database;
    }

    /** Begins to count for a device that holds nothing. */
    public void open(Device device) {
        database.createNativeQuery("insert into device_room (device_id, part, free)"
                        + " select ?1, part, 0 from generate_series(0, ?2 - 1) part")
                .setParameter(1, device.id())
                .setParameter(2, PARTS)
                .executeUpdate();
        grow(device.id(), device.capacity());
    }

    /** Changes how many a device may hold. Fewer than it holds is less than no room: it takes none until some are gone. */
    public void grow(UUID deviceId, int more) {
        long free = free(deviceId) + more;
        database.createNativeQuery(
                        "update device_room set free = ?2 / ?3"
                                + " + case when part < ?2 % ?3 then 1 when part < -(?2 % ?3) then -1 else 0 end where device_id = ?1")
                .setParameter(1, deviceId)
                .setParameter(2, free)
                .setParameter(3, PARTS)
                .executeUpdate();
    }

    /** The room that each device has. */
    public Map<UUID, Long> free() {
        List<?> rows = database.createNativeQuery("select device_id, sum(free) from device_room group by device_id")
                .getResultList();
        return rows.stream()
                .map(Object[].class::cast)
                .collect(Collectors.toMap(row -> (UUID) row[0], row -> ((Number) row[1]).longValue()));
    }

    /** The room that a device has; nobody takes or gives back any of it until the transaction ends. */
    public long free(UUID deviceId) {
        List<?> parts = database.createNativeQuery(
                        "select free from device_room where device_id = ?1 order by part for update")
                .setParameter(1, deviceId)
                .getResultList();
        return parts.stream().mapToLong(part -> ((Number) part).longValue()).sum();
    }

    /** Takes room for one load balancer; false where there is none. */
    public boolean take(UUID deviceId) {
        return change(deviceId, "and free > 0", -1);
    }

    /** Gives back the room of one load balancer. */
    public void giveBack(UUID deviceId) {
        change(deviceId, "", 1);
    }

    private boolean change(UUID deviceId, String condition, int difference) {
        // Only where all parts are in other hands do we wait for one, all of us in the same order.
        return change(deviceId, condition, "random() limit 1 for update skip locked", difference)
                || change(deviceId, condition, "part limit 1 for update", difference);
    }

    private boolean change(UUID deviceId, String condition, String order, int difference) {
        List<?> part = database.createNativeQuery(
                        "select part from device_room where device_id = ?1 " + condition + " order by " + order)
                .setParameter(1, deviceId)
                .getResultList();
        part.forEach(found -> database.createNativeQuery(CHANGE)
                .setParameter(1, deviceId)
                .setParameter(2, difference)
                .setParameter(3, found)
                .executeUpdate());
        return !part.isEmpty();
    }
}
