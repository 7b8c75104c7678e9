package io.lbaas.plugin.store;

import io.lbaas.driver.spi.Capabilities;
import io.lbaas.driver.spi.DeviceKeys;
import io.lbaas.driver.spi.DeviceReport;
import io.lbaas.plugin.api.Fault;
import io.lbaas.plugin.api.Inventory.DeviceState;
import io.lbaas.plugin.entity.Device;
import io.lbaas.plugin.entity.JsonColumn;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The rows of devices. */
@ApplicationScoped
public class Devices {

    /** Past the entity, so that a probe never makes another change of the device fail, nor fails for one. */
    private static final String PROBED =
            """
            with before as (select id, reachable from device
                where id = ?1 and (probed_at is null or probed_at < ?2) for no key update)
            update device d set probed_at = ?2, reachable = ?3, message = ?4,
                health_since = case when d.reachable is distinct from ?3 then ?2 else d.health_since end,
                product = case when ?3 then ?5 else d.product end,
                capabilities = coalesce(?6, d.capabilities),
                evacuation_note = case when ?3 and d.evacuation is null then null else d.evacuation_note end
            from before where d.id = before.id
            returning before.reachable is distinct from ?3""";

    @PersistenceContext
    private EntityManager database;

    private DeviceRooms rooms;

    protected Devices() {}

    @Inject
    protected Devices(DeviceRooms rooms) {
        this.rooms = rooms;
    }

    public Devices(EntityManager database) {
        this(new DeviceRooms(database));
        this.database = database;
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

    /**
     * The device of that id as it is now; nobody else changes it until the transaction ends. What is placed on it
     * meanwhile does not wait for that.
     *
     * @throws Fault NOT_FOUND
     */
    public Device lock(UUID id) {
        database.createNativeQuery("select 1 from device where id = ?1 for no key update")
                .setParameter(1, id)
                .getResultList();
        return get(id);
    }

    /** All devices as they are now, likewise. */
    public List<Device> lockAll() {
        database.createNativeQuery("select 1 from device order by id for no key update")
                .getResultList();
        return all();
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

    /** The devices in a state. */
    public List<Device> in(DeviceState state) {
        return database.createQuery("select d from Device d where d.state = :state", Device.class)
                .setParameter("state", state)
                .getResultList();
    }

    /** What a driver says it can be told of a device; nothing until one of its devices was probed. */
    public Optional<DeviceKeys> declared(String driver) {
        return of(driver).stream()
                .flatMap(device -> device.capabilities().stream())
                .map(Capabilities::deviceKeys)
                .findFirst();
    }

    /** Whether any device is being evacuated, or has what it should be rid of by its policy. */
    public boolean anyToEvacuate() {
        return !database.createNativeQuery("select 1 from device d where evacuation is not null or state <> 'DISABLED'"
                        + " and not reachable and health_since < now() - evacuate_after * interval '1 second'"
                        + " and exists (select 1 from load_balancer l where l.device_id = d.id) limit 1")
                .getResultList()
                .isEmpty();
    }

    /**
     * Notes what a probe found; what an unreachable device could do is remembered, and a report that comes late is not
     * noted.
     *
     * @return whether it came or went
     */
    public boolean probed(Device device, DeviceReport report, Instant at) {
        return database.createNativeQuery(PROBED)
                .setParameter(1, device.id())
                .setParameter(2, Timestamp.from(at))
                .setParameter(3, report.reachable())
                .setParameter(4, device.problems(report))
                .setParameter(5, report.product())
                .setParameter(6, new JsonColumn.OfCapabilities().convertToDatabaseColumn(report.capabilities()))
                .getResultList()
                .contains(true);
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
