package io.lbaas.plugin.store;

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
