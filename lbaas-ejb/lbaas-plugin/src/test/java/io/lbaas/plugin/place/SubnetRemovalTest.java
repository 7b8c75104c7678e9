package io.lbaas.plugin.place;

import static io.lbaas.plugin.place.Site.at;
import static io.lbaas.plugin.place.Site.subnet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.lbaas.plugin.Postgres;
import io.lbaas.plugin.api.Networks.Pool;
import io.lbaas.plugin.store.VipNetworks;
import jakarta.persistence.EntityManager;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A subnet is removed while somebody takes an address of it: one of its pools, or one outside. */
class SubnetRemovalTest {

    private final Site site = new Site();

    @ParameterizedTest
    @CsvSource({"10.44.0.0/24, 10.44.0.10", "10.45.0.0/24, 10.45.0.200"})
    void whoTakesAnAddressFirstKeepsTheSubnet(String cidr, String address) {
        var subnet = subnetWithPool(cidr);
        CompletableFuture<Boolean> removal = Postgres.inTransaction(session -> {
            site.place(session, at(subnet, address));
            return second(session, () -> Postgres.inTransaction(other -> remove(other, subnet)));
        });

        assertThat(removal.join()).isFalse();
        assertThat(allocated(subnet)).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"10.46.0.0/24, 10.46.0.10, already in use", "10.47.0.0/24, 10.47.0.200, not found."})
    void whoRemovesTheSubnetFirstLeavesNoAddress(String cidr, String address, String words) {
        var subnet = subnetWithPool(cidr);
        CompletableFuture<Site.Placed> placing = Postgres.inTransaction(session -> {
            assertThat(remove(session, subnet)).isTrue();
            return second(session, () -> site.place(at(subnet, address)));
        });

        assertThatThrownBy(placing::join).hasMessageContaining(words);
        assertThat(allocated(subnet)).isZero();
    }

    /** A subnet whose first hundred addresses are given to whoever asks for any. */
    private UUID subnetWithPool(String cidr) {
        String prefix = cidr.substring(0, cidr.lastIndexOf('.') + 1);
        var subnet = subnet(Site.network(null), "removal", cidr, null, new Pool(prefix + "1", prefix + "100"));
        site.device(10);
        return subnet;
    }

    private static long allocated(UUID subnet) {
        return Postgres.inTransaction(session -> new VipNetworks(session).allocated(subnet));
    }

    private static boolean remove(EntityManager session, UUID subnet) {
        var networks = new VipNetworks(session);
        return networks.removeUnused(networks.subnet(subnet).orElseThrow());
    }

    /** Begins something beside a transaction, and returns once it waits for that. */
    private static <T> CompletableFuture<T> second(EntityManager first, Supplier<T> work) {
        first.flush();
        CompletableFuture<T> running = CompletableFuture.supplyAsync(work);
        Object me = first.createNativeQuery("select pg_backend_pid()").getSingleResult();
        await().until(() -> running.isDone() || Postgres.inTransaction(session -> waitsFor(session, me)));
        return running;
    }

    private static boolean waitsFor(EntityManager session, Object holder) {
        return !session.createNativeQuery("select 1 from pg_stat_activity where ?1 = any(pg_blocking_pids(pid))")
                .setParameter(1, holder)
                .getResultList()
                .isEmpty();
    }
}
