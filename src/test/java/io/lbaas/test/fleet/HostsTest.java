package io.lbaas.test.fleet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.lbaas.driver.contract.Segment;
import io.lbaas.driver.contract.traffic.Backend;
import io.lbaas.driver.contract.traffic.Load;
import io.lbaas.test.harness.Api;
import io.lbaas.test.harness.BriskServer;
import io.lbaas.test.harness.LbaasServer;
import jakarta.json.Json;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Load balancers go from one host to another while this machine, a third, asks through their VIP without a pause. */
@ExtendWith(BriskServer.class)
class HostsTest {
    private static final System.Logger LOG = System.getLogger(HostsTest.class.getName());
    private static final int CLIENTS = 2;
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @TempDir
    private static Path directory;

    private static Segment segment;
    private static Backend member;
    private static HaproxyHost one;
    private static HaproxyHost other;

    private final Api api;

    private Shop shop;

    HostsTest(LbaasServer server) {
        api = server.admin();
    }

    @BeforeAll
    static void start(LbaasServer server) {
        segment = new Segment("alder", "birch");
        Api api = server.admin();
        Fleet.claim(api);
        one = HaproxyHost.start(segment, "alder", directory, api);
        other = HaproxyHost.start(segment, "birch", directory, api);
        member = new Backend("member", segment.address(), 0);
    }

    @AfterAll
    static void end() {
        if (segment != null) {
            member.close();
            List.of(one, other).forEach(HaproxyHost::close);
            segment.close();
        }
    }

    @BeforeEach
    void open() {
        var place = Json.createObjectBuilder()
                .add("provider", "haproxy")
                .add("vip_subnet_id", UUID.randomUUID().toString())
                .add("vip_address", Segment.free(1));
        shop = Shop.open(api, place, segment.address(), member.port());
    }

    @AfterEach
    void close() {
        shop.close();
        // Without a policy: a busy machine may keep a probe waiting for long.
        List.of(one, other).forEach(host -> host.device().state("ENABLED"));
        one.assertCleared(shop.address());
        other.assertCleared(shop.address());
    }

    private HaproxyHost here() {
        return one.has(shop.address()) ? one : other;
    }

    private HaproxyHost there() {
        return one.has(shop.address()) ? other : one;
    }

    @Test
    void movesLoseNoMoreThanWhatIsUnderWay() {
        try (Load traffic = new Load(shop.address(), Shop.PORT, CLIENTS)) {
            during("move", traffic, () -> shop.moveTo(there().device()));
            during("failover", traffic, shop::failOver);
            HaproxyHost evacuated = here();
            during("evacuation", traffic, () -> assertThat(
                            evacuated.device().evacuate().status())
                    .isEqualTo(202));
            evacuated.device().state("ENABLED");
        }
    }

    /** Has a load balancer leave its host; every client may lose the request that it waits for just then. */
    private void during(String what, Load traffic, Runnable move) {
        HaproxyHost from = here();
        await().until(() -> shop.connections() > 0);
        int counted = shop.connections();
        int failed = traffic.failures().size();
        long answers = traffic.answers();
        move.run();
        from.assertCleared(shop.address());
        long asked = traffic.answers();
        await().atMost(PATIENCE).until(() -> traffic.answers() > asked + 200);
        int lost = traffic.failures().size() - failed;
        LOG.log(Level.INFO, "{0}: {1} of {2} requests were lost", what, lost, traffic.answers() - answers + lost);
        assertThat(lost)
                .as(() -> "lost by the " + what + ": " + traffic.failures())
                .isLessThanOrEqualTo(CLIENTS);
        assertThat(shop.connections()).isGreaterThanOrEqualTo(counted);
        shop.awaitActive();
    }

    @Test
    void aHostThatIsCutOffIsReplacedAndGivesWayWhenItIsBack() {
        HaproxyHost lost = here();
        try (Load traffic = new Load(shop.address(), Shop.PORT, CLIENTS)) {
            await().until(() -> traffic.answers() > 100);
            soonEvacuated(lost);
            segment.cutOff(lost.name());
            serveElsewhere(lost, traffic);
            assertThat(lost.has(shop.address())).as("it knows nothing of it").isTrue();

            int failed = traffic.failures().size();
            segment.reconnect(lost.name());
            // What this machine may learn while both answer for the address.
            segment.mislead(shop.address(), lost.name());
            lost.assertCleared(shop.address());
            lost.device().awaitHealth("REACHABLE");
            long answers = traffic.answers();
            await().atMost(PATIENCE).until(() -> traffic.answers() > answers + 200);
            LOG.log(
                    Level.INFO,
                    "return: {0} requests were lost",
                    traffic.failures().size() - failed);
            // A client loses its connection when it is led to the wrong host, and when it is led back.
            assertThat(traffic.failures().size() - failed).isLessThanOrEqualTo(2 * CLIENTS);
        }
    }

    @Test
    void aHostThatLosesPowerIsReplacedAndComesBackEmpty() {
        HaproxyHost lost = here();
        try (Load traffic = new Load(shop.address(), Shop.PORT, CLIENTS)) {
            await().until(() -> traffic.answers() > 100);
            soonEvacuated(lost);
            lost.powerOff(shop.address());
            serveElsewhere(lost, traffic);

            lost.powerOn();
            lost.assertCleared(shop.address());
            long answers = traffic.answers();
            await().atMost(PATIENCE).until(() -> traffic.answers() > answers + 200);
        }
    }

    private static void soonEvacuated(HaproxyHost host) {
        host.device().change(Json.createObjectBuilder().add("evacuate_after", 2).build());
        host.device().awaitHealth("REACHABLE");
    }

    private void serveElsewhere(HaproxyHost lost, Load traffic) {
        long gone = System.nanoTime();
        lost.device().awaitHealth("UNREACHABLE");
        lost.device().until(device -> device.getInt("load_balancers") == 0);
        assertThat(lost.device().history()).contains("EVACUATING");
        long answers = traffic.answers();
        await().atMost(PATIENCE).until(() -> traffic.answers() > answers + 200);
        LOG.log(
                Level.INFO,
                "outage: {0} ms",
                Duration.ofNanos(System.nanoTime() - gone).toMillis());
    }
}
