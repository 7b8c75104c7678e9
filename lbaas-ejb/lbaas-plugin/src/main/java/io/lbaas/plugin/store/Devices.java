package io.lbaas.plugin.store;

import io.lbaas.plugin.api.Fault;
import io.lbaas.plugin.entity.Device;
import io.lbaas.plugin.entity.VipSubnet;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Devices and the subnets that they serve. */
@ApplicationScoped
public class Devices {

    @PersistenceContext
    private EntityManager database;

    protected Devices() {}

    public Devices(EntityManager database) {
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

    public List<Device> all() {
        return database.createQuery("select d from Device d order by d.name", Device.class)
                .getResultList();
    }

    public void add(Device device) {
        database.persist(device);
        database.flush();
    }

    public void remove(Device device) {
        database.remove(device);
        database.flush();
    }

    /** How many load balancers each device holds; devices that hold none are left out. */
    public Map<UUID, Long> loads() {
        return counts("select l.deviceId, count(l) from LoadBalancer l group by l.deviceId");
    }

    /** How many load balancers a device holds. */
    public long load(UUID deviceId) {
        return database.createQuery("select count(l) from LoadBalancer l where l.deviceId = :device", Long.class)
                .setParameter("device", deviceId)
                .getSingleResult();
    }

    public Optional<VipSubnet> findSubnet(UUID id) {
        return Optional.ofNullable(database.find(VipSubnet.class, id));
    }

    public List<VipSubnet> subnets() {
        return database.createQuery("select s from VipSubnet s order by s.name", VipSubnet.class)
                .getResultList();
    }

    public List<VipSubnet> subnetsOf(UUID networkId) {
        return database.createQuery(
                        "select s from VipSubnet s where s.networkId = :network order by s.name", VipSubnet.class)
                .setParameter("network", networkId)
                .getResultList();
    }

    public void addSubnet(VipSubnet subnet) {
        database.persist(subnet);
        database.flush();
    }

    public void removeSubnet(VipSubnet subnet) {
        database.remove(subnet);
        database.flush();
    }

    /** How many addresses of each subnet are in use; subnets without any are left out. */
    public Map<UUID, Long> allocations() {
        return counts("select l.vipSubnetId, count(l) from LoadBalancer l group by l.vipSubnetId");
    }

    /** Whether an address is in use in a subnet or on any device of these. */
    public boolean taken(String address, UUID subnetId, Collection<UUID> deviceIds) {
        return !database.createQuery(
                        "select l.id from LoadBalancer l where l.vipAddress = :address"
                                + " and (l.vipSubnetId = :subnet or l.deviceId in :devices)",
                        UUID.class)
                .setParameter("address", address)
                .setParameter("subnet", subnetId)
                .setParameter("devices", deviceIds)
                .setMaxResults(1)
                .getResultList()
                .isEmpty();
    }

    /** All addresses in use in a subnet or on any device of these. */
    public Stream<String> addresses(UUID subnetId, Collection<UUID> deviceIds) {
        return database.createQuery(
                        "select l.vipAddress from LoadBalancer l"
                                + " where l.vipSubnetId = :subnet or l.deviceId in :devices",
                        String.class)
                .setParameter("subnet", subnetId)
                .setParameter("devices", deviceIds)
                .getResultStream();
    }

    /** Lets only one process at a time look whether something is missing and add it. */
    public void lockInventory() {
        database.createNativeQuery("select 1 from pg_advisory_xact_lock(hashtext('lbaas inventory'))")
                .getSingleResult();
    }

    /** A number that nobody else is given. */
    public long nextCursor() {
        return ((Number) database.createNativeQuery("select nextval('vip_cursor')")
                        .getSingleResult())
                .longValue();
    }

    private Map<UUID, Long> counts(String query) {
        return database.createQuery(query, Object[].class)
                .getResultStream()
                .collect(Collectors.toMap(row -> (UUID) row[0], row -> (Long) row[1]));
    }
}
