package io.lbaas.plugin.store;

import io.lbaas.driver.spi.Capabilities;
import io.lbaas.driver.spi.DeviceKeys;
import io.lbaas.plugin.api.Fault;
import io.lbaas.plugin.entity.Device;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The rows of devices. */
@ApplicationScoped
public class Devices {

    @PersistenceContext
    private EntityManager database;

    @Inject
    private DeviceRooms rooms;

    protected Devices() {}

    public Devices(EntityManager database) {
        this.database = database;
        this.rooms = new DeviceRooms(database);
    }

    public Optional<Device> find(UUID id) {
        return Optional.ofNullable(database.find(Device.class, id));
    }

    /**
     * The device of that id.
     *
     * @throws Fault NOT_FOUND
     */
    public Device get(UUID id) {
        return find(id).orElseThrow(() -> Fault.notFound("Device", id));
    }

    public List<Device> all() {
        return database.createQuery("select d from Device d order by d.name", Device.class)
                .getResultList();
    }

    /** The devices of a driver. */
    public List<Device> of(String driver) {
        return database.createQuery("select d from Device d where d.driver = :driver order by d.name", Device.class)
                .setParameter("driver", driver)
                .getResultList();
    }

    /** What a driver says it can be told of a device; nothing until one of its devices was probed. */
    public Optional<DeviceKeys> declared(String driver) {
        return of(driver).stream()
                .flatMap(device -> device.capabilities().stream())
                .map(Capabilities::deviceKeys)
                .findFirst();
    }

    /** Whether any device is being evacuated, or should be by its policy. */
    public boolean anyToEvacuate() {
        return !database.createNativeQuery("select 1 from device where evacuation is not null or state <> 'DISABLED'"
                        + " and not reachable and health_since < now() - evacuate_after * interval '1 second' limit 1")
                .getResultList()
                .isEmpty();
    }

    public void add(Device device) {
        database.persist(device);
        database.flush();
        rooms.open(device);
    }

    public void remove(Device device) {
        database.remove(device);
        database.flush();
    }

    /** Lets only one process at a time look whether something is missing and add it. */
    public void lockInventory() {
        database.createNativeQuery("select 1 from pg_advisory_xact_lock(hashtext('lbaas inventory'))")
                .getSingleResult();
    }
}
