package io.lbaas.plugin.store;

import io.lbaas.plugin.entity.VipNetwork;
import io.lbaas.plugin.entity.VipPort;
import io.lbaas.plugin.entity.VipSubnet;
import io.lbaas.plugin.rule.AddressPlan;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** The rows of networks, of subnets and of the addresses in use. */
@ApplicationScoped
public class VipNetworks {

    @PersistenceContext
    private EntityManager database;

    private FreeAddresses free;

    protected VipNetworks() {}

    @Inject
    protected VipNetworks(FreeAddresses free) {
        this.free = free;
    }

    public VipNetworks(EntityManager database) {
        this(new FreeAddresses(database));
        this.database = database;
    }

    public Optional<VipNetwork> network(UUID id) {
        return Optional.ofNullable(database.find(VipNetwork.class, id));
    }

    public List<VipNetwork> networks() {
        return database.createQuery("select n from VipNetwork n order by n.name", VipNetwork.class)
                .getResultList();
    }

    public Optional<VipSubnet> subnet(UUID id) {
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

    /** How many addresses of each subnet are in use; subnets without any are left out. */
    public Map<UUID, Long> allocations() {
        return database.createQuery("select p.subnetId, count(p) from VipPort p group by p.subnetId", Object[].class)
                .getResultStream()
                .collect(Collectors.toMap(row -> (UUID) row[0], row -> (Long) row[1]));
    }

    /** How many addresses of a subnet are in use. */
    public long allocated(UUID subnetId) {
        return database.createQuery("select count(p) from VipPort p where p.subnetId = :subnet", Long.class)
                .setParameter("subnet", subnetId)
                .getSingleResult();
    }

    public Optional<VipPort> port(UUID id) {
        return Optional.ofNullable(database.find(VipPort.class, id));
    }

    /** The port, locked until the transaction ends. */
    public Optional<VipPort> lockPort(UUID id) {
        return Optional.ofNullable(database.find(VipPort.class, id, LockModeType.PESSIMISTIC_WRITE));
    }

    public List<VipPort> ports() {
        return database.createQuery("select p from VipPort p order by p.name, p.id", VipPort.class)
                .getResultList();
    }

    /** The ports of a project and those for everyone. */
    public List<VipPort> ports(String projectId) {
        return database.createQuery(
                        "select p from VipPort p where p.projectId is null or p.projectId = :project"
                                + " order by p.name, p.id",
                        VipPort.class)
                .setParameter("project", projectId)
                .getResultList();
    }

    public List<VipPort> portsOf(UUID loadBalancerId) {
        return database.createQuery("select p from VipPort p where p.loadBalancerId = :root", VipPort.class)
                .setParameter("root", loadBalancerId)
                .getResultList();
    }

    /** The addresses that are held for a load balancer that is gone. */
    public List<VipPort> heldFor(UUID loadBalancerId) {
        return database.createQuery("select p from VipPort p where p.heldFor = :root", VipPort.class)
                .setParameter("root", loadBalancerId)
                .getResultList();
    }

    /** Whether an address is in use in a subnet or on a device. */
    public boolean taken(String address, UUID subnetId, UUID deviceId) {
        return onDevice(address, deviceId)
                || !database.createQuery(
                                "select p.id from VipPort p where p.address = :address and p.subnetId = :subnet",
                                UUID.class)
                        .setParameter("address", address)
                        .setParameter("subnet", subnetId)
                        .setMaxResults(1)
                        .getResultList()
                        .isEmpty();
    }

    /** Whether a device has an address, or is not rid of it yet. */
    public boolean onDevice(String address, UUID deviceId) {
        return !database.createNativeQuery("select 1 from device_address where device_id = ?1 and address = ?2 limit 1")
                .setParameter(1, deviceId)
                .setParameter(2, address)
                .getResultList()
                .isEmpty();
    }

    /** A number that nobody else is given. */
    public long nextCursor() {
        return ((Number) database.createNativeQuery("select nextval('vip_cursor')")
                        .getSingleResult())
                .longValue();
    }

    /** Adds a subnet, whose addresses are free. */
    public void add(VipSubnet subnet) {
        persist(subnet);
        layAddresses(subnet);
    }

    /** Keeps a subnet from being removed until the transaction ends; false where it is gone. */
    public boolean keep(UUID subnetId) {
        return !database.createNativeQuery("select 1 from vip_subnet where id = ?1 for key share")
                .setParameter(1, subnetId)
                .getResultList()
                .isEmpty();
    }

    /** Removes a subnet; false where an address of it is in use, or is just being taken. */
    public boolean removeUnused(VipSubnet subnet) {
        // Whoever is taking an address now has taken it before we look: one outside the pools, or one of theirs.
        database.lock(subnet, LockModeType.PESSIMISTIC_WRITE);
        free.lock();
        if (allocated(subnet.id()) > 0) {
            return false;
        }
        remove(subnet);
        return true;
    }

    /** Finds out anew which addresses of a subnet are free. */
    public void layAddresses(VipSubnet subnet) {
        free.lay(subnet.id(), AddressPlan.of(subnet.request()).allocated());
    }

    public void add(VipNetwork network) {
        persist(network);
    }

    public void add(VipPort port) {
        persist(port);
    }

    /** Writes what has changed now, so that the database refuses it now where it does. */
    public void save() {
        database.flush();
    }

    /** Removes a network, a subnet or a port. */
    public void remove(Object row) {
        database.remove(row);
        database.flush();
    }

    private void persist(Object row) {
        database.persist(row);
        database.flush();
    }
}
