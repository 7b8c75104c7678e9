package io.lbaas.plugin.store;

import io.lbaas.plugin.api.Inventory.Event;
import io.lbaas.plugin.api.Inventory.EventKind;
import io.lbaas.plugin.entity.DeviceEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** What happened to devices, so much of each as an operator would read. */
@ApplicationScoped
public class DeviceEvents {

    private static final int KEPT = 100;

    @PersistenceContext
    private EntityManager database;

    protected DeviceEvents() {}

    public DeviceEvents(EntityManager database) {
        this.database = database;
    }

    /** Notes an event; the oldest of the device is forgotten for it. */
    public void add(UUID deviceId, Instant at, EventKind kind, String message) {
        database.persist(new DeviceEvent(deviceId, at, kind, message));
        database.flush();
        database.createNativeQuery("delete from device_event where device_id = ?1 and id <="
                        + " (select id from device_event where device_id = ?1 order by id desc offset ?2 limit 1)")
                .setParameter(1, deviceId)
                .setParameter(2, KEPT)
                .executeUpdate();
    }

    /** The events of a device, the latest first. */
    public List<Event> of(UUID deviceId) {
        return database.createQuery(
                        "select e from DeviceEvent e where e.deviceId = :device order by e.id desc", DeviceEvent.class)
                .setParameter("device", deviceId)
                .getResultStream()
                .map(DeviceEvent::view)
                .toList();
    }
}
