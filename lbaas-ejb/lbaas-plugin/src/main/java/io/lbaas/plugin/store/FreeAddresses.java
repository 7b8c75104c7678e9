package io.lbaas.plugin.store;

import io.lbaas.plugin.rule.AddressRange;
import io.lbaas.plugin.rule.IpAddress;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * The free addresses of subnets, as ranges. To take one costs the same whether a subnet is empty or nearly full, and
 * those who take at the same time take from different ranges.
 */
@ApplicationScoped
public class FreeAddresses {

    /** So many can take from a new subnet at once without waiting. */
    private static final int PARTS = 16;

    /** A range may be split while we wait for it; what comes of it is looked for again. */
    private static final int TRIES = 3;

    @PersistenceContext
    private EntityManager database;

    protected FreeAddresses() {}

    public FreeAddresses(EntityManager database) {
        this.database = database;
    }

    /**
     * Makes these the free addresses of a subnet, but for those in use. Whoever else wants to take one or to give one
     * back has to wait until the transaction ends.
     */
    public void lay(UUID subnetId, Stream<AddressRange> ranges) {
        lock();
        database.createNativeQuery("delete from vip_range where subnet_id = ?1")
                .setParameter(1, subnetId)
                .executeUpdate();
        ranges.flatMap(range -> range.split(PARTS).stream()).forEach(range -> add(subnetId, range));
        List<?> used = database.createNativeQuery("select address from vip_port where subnet_id = ?1")
                .setParameter(1, subnetId)
                .getResultList();
        used.forEach(address -> take(subnetId, address(address)));
    }

    /** Keeps all others from taking and giving back until the transaction ends. */
    public void lock() {
        database.createNativeQuery("lock table vip_range in exclusive mode").executeUpdate();
    }

    /** Whether a subnet has any. */
    public boolean any(UUID subnetId) {
        return !database.createNativeQuery("select 1 from vip_range where subnet_id = ?1 limit 1")
                .setParameter(1, subnetId)
                .getResultList()
                .isEmpty();
    }

    /** Takes any address of a subnet that is not in use on the device either; nothing where there is none. */
    public Optional<IpAddress> take(UUID subnetId, UUID deviceId) {
        return next(subnetId, deviceId, "released_at nulls first limit 1 for update of r skip locked")
                .or(() -> next(subnetId, deviceId, "back limit 1 for update of r"))
                .map(found -> {
                    cut(subnetId, found, found.first());
                    return found.first();
                });
    }

    /** Takes that address of a subnet; false where it is not free. */
    public boolean take(UUID subnetId, IpAddress address) {
        for (int i = 0; i < TRIES; i++) {
            Optional<AddressRange> found = around(subnetId, address);
            if (found.isPresent()) {
                cut(subnetId, found.get(), address);
                return true;
            }
        }
        return false;
    }

    /** Gives an address back. It is taken again after all others. */
    public void giveBack(UUID subnetId, IpAddress address) {
        database.createNativeQuery("insert into vip_range (subnet_id, front, back, released_at)"
                        + " values (?1, cast(?2 as inet), cast(?2 as inet), now())")
                .setParameter(1, subnetId)
                .setParameter(2, address.toString())
                .executeUpdate();
    }

    private Optional<AddressRange> next(UUID subnetId, UUID deviceId, String order) {
        List<?> rows = database.createNativeQuery("select host(front), host(back) from vip_range r"
                        + " where subnet_id = ?1 and not exists (select 1 from device_address p"
                        + " where p.device_id = ?2 and p.address = host(r.front))"
                        + " order by " + order)
                .setParameter(1, subnetId)
                .setParameter(2, deviceId)
                .getResultList();
        return rows.stream().findFirst().map(FreeAddresses::range);
    }

    private Optional<AddressRange> around(UUID subnetId, IpAddress address) {
        List<?> rows = database.createNativeQuery("select host(front), host(back) from vip_range"
                        + " where subnet_id = ?1 and front <= cast(?2 as inet) and back = (select min(back)"
                        + " from vip_range where subnet_id = ?1 and back >= cast(?2 as inet)) for update")
                .setParameter(1, subnetId)
                .setParameter(2, address.toString())
                .getResultList();
        return rows.stream().findFirst().map(FreeAddresses::range);
    }

    /** Takes an address out of a range that is locked. */
    private void cut(UUID subnetId, AddressRange range, IpAddress address) {
        if (address.equals(range.first()) && !address.equals(range.last())) {
            database.createNativeQuery(
                            "update vip_range set front = front + 1 where subnet_id = ?1 and back = cast(?2 as inet)")
                    .setParameter(1, subnetId)
                    .setParameter(2, range.last().toString())
                    .executeUpdate();
            return;
        }
        database.createNativeQuery("delete from vip_range where subnet_id = ?1 and back = cast(?2 as inet)")
                .setParameter(1, subnetId)
                .setParameter(2, range.last().toString())
                .executeUpdate();
        range.without(address).forEach(part -> add(subnetId, part));
    }

    private void add(UUID subnetId, AddressRange range) {
        database.createNativeQuery("insert into vip_range (subnet_id, front, back)"
                        + " values (?1, cast(?2 as inet), cast(?3 as inet))")
                .setParameter(1, subnetId)
                .setParameter(2, range.first().toString())
                .setParameter(3, range.last().toString())
                .executeUpdate();
    }

    private static AddressRange range(Object row) {
        Object[] columns = (Object[]) row;
        return new AddressRange(address(columns[0]), address(columns[1]));
    }

    private static IpAddress address(Object text) {
        return IpAddress.parse((String) text).orElseThrow();
    }
}
