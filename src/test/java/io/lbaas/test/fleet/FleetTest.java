package io.lbaas.test.fleet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.lbaas.driver.contract.traffic.Backend;
import io.lbaas.driver.contract.traffic.Load;
import io.lbaas.test.harness.Api;
import io.lbaas.test.harness.BriskServer;
import io.lbaas.test.harness.LbaasServer;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Load balancers go from device to device, and what operators keep secret stays so. */
@ExtendWith(BriskServer.class)
class FleetTest {
    private static final String ANY_SUBNET = UUID.randomUUID().toString();

    @TempDir
    private static Path directory;

    private static LbaasServer server;
    private static Api api;

    @BeforeAll
    static void start(LbaasServer shared) {
        server = shared;
        api = server.admin();
        Fleet.claim(api);
    }

    @Test
    void credentialsAreReplacedWithoutARestartAndAreNowhereToBeRead() throws IOException {
        String first = "first-" + UUID.randomUUID();
        String second = "second-" + UUID.randomUUID();
        JsonObject description = Member.description("locked", "noop", Map.of("password-sha256", sha256(second)));
        Member locked = Member.register(
                api,
                Json.createObjectBuilder(description)
                        .add("credentials", password(first))
                        .build());
        assertThat(locked.show().getString("message")).isEqualTo("The password is not the device's");

        locked.change(
                Json.createObjectBuilder().add("credentials", password(second)).build());
        locked.awaitHealth("REACHABLE");
        assertThat(locked.history()).containsExactly("REACHABLE", "UNREACHABLE");
        locked = new Member(api, locked.id(), description);
        locked.state("ENABLED");
        String loadBalancer = create();
        assertThat(locked.show().getString("health"))
                .as("kept where none are given")
                .isEqualTo("REACHABLE");
        assertThat(locked.show().toString()).contains("password").doesNotContain(first, second);
        api.delete("loadbalancers/" + loadBalancer + "?cascade=true");
        api.awaitGone("loadbalancers/" + loadBalancer);
        assertThat(locked.remove().status()).isEqualTo(204);

        assertThat(filesWith(first, second)).as("of database, broker and logs").isEmpty();
    }

    @Test
    void trafficFollowsTheLoadBalancersOfADeviceThatIsEvacuated() {
        Member east = haproxy("east");
        try (Backend red = new Backend("red")) {
            var place = Json.createObjectBuilder().add("provider", "haproxy").add("vip_subnet_id", api.subnet());
            Shop shop = Shop.open(api, place, "127.0.0.1", red.port());
            Member west = haproxy("west");
            try (Load traffic = new Load(shop.address(), Shop.PORT, 2)) {
                await().until(() -> traffic.answers() > 100);
                await().until(() -> shop.connections() > 0);
                int before = shop.connections();

                assertThat(east.evacuate().status()).isEqualTo(202);
                east.until(
                        device -> device.getInt("load_balancers") == 0 && device.getInt("stale_load_balancers") == 0);
                long answers = traffic.answers();
                await().until(() -> traffic.answers() > answers + 100);
                assertThat(shop.connections()).isGreaterThanOrEqualTo(before);
            }
            // Both are on one host, where only one can have the address: the first gave it up before the second came
            // up.
            try (Load traffic = new Load(shop.address(), Shop.PORT, 2)) {
                await().until(() -> traffic.answers() > 100);
                assertThat(traffic.failures()).isEmpty();
            }
            assertThat(west.loadBalancers()).isEqualTo(1);
            assertThat(east.show().getString("state")).isEqualTo("DRAINING");
            assertThat(shop.show().getString("vip_address")).isEqualTo(shop.address());
            assertThat(east.remove().status()).isEqualTo(204);
            assertThat(west.remove().status()).as("holds a load balancer").isEqualTo(409);
            shop.close();
            assertThat(west.remove().status()).isEqualTo(204);
        }
    }

    @Test
    void aDrainingDeviceKeepsWhatItHasAndADisabledOneIsLeftAlone() {
        Member only = noop("only");
        String loadBalancer = create();
        only.state("DRAINING");
        assertThat(api.send("POST", "/v2/lbaas/loadbalancers", body()).status()).isEqualTo(503);
        rename(loadBalancer, "while-draining");
        api.awaitStatus("loadbalancers/" + loadBalancer, "loadbalancer", "ACTIVE");

        only.state("DISABLED");
        String before = file(only, loadBalancer);
        failOver(loadBalancer);
        Member other = noop("other");
        assertThat(file(only, loadBalancer)).isEqualTo(before);
        assertThat(api.show("loadbalancers/" + loadBalancer, "loadbalancer").getString("provisioning_status"))
                .isEqualTo("PENDING_UPDATE");

        only.state("ENABLED");
        api.awaitStatus("loadbalancers/" + loadBalancer, "loadbalancer", "ACTIVE");
        assertThat(file(only, loadBalancer)).isNotEqualTo(before);
        failOver(loadBalancer);
        api.awaitStatus("loadbalancers/" + loadBalancer, "loadbalancer", "ACTIVE");
        assertThat(other.loadBalancers())
                .as("failover is a move where there is a choice")
                .isEqualTo(1);
        api.delete("loadbalancers/" + loadBalancer + "?cascade=true");
        api.awaitGone("loadbalancers/" + loadBalancer);
        assertThat(List.of(only.remove().status(), other.remove().status())).containsOnly(204);
    }

    @Test
    void whatIsOnItsWayToADeviceThatIsDisabledIsTakenBack() {
        Map<String, String> busyAtFirst = Map.of("directory", files(), "fail", "BUSY", "fail-times", "2");
        Member busy = Member.register(api, Member.description("busy", "noop", busyAtFirst));
        String loadBalancer = accepted();
        busy.state("DISABLED");

        await().until(() -> server.broker().messages("lbaas.commands") == 0);
        assertThat(Path.of(files(), busy.id(), loadBalancer + ".lb")).doesNotExist();
        busy.state("ENABLED");
        api.awaitStatus("loadbalancers/" + loadBalancer, "loadbalancer", "ACTIVE");
        api.delete("loadbalancers/" + loadBalancer + "?cascade=true");
        api.awaitGone("loadbalancers/" + loadBalancer);
        assertThat(busy.remove().status()).isEqualTo(204);
    }

    @Test
    void aDeviceThatStaysAwayIsEvacuatedUnlessTooManyAre() {
        Member first = noop("first");
        String loadBalancer = create();
        Member second = noop("second");
        Member third = noop("third");
        List.of(first, second)
                .forEach(member -> member.change(Json.createObjectBuilder()
                        .add("evacuate_after", 2)
                        .add("settings", unreachable())
                        .build()));
        JsonObject held = first.until(device -> !device.isNull("evacuation_note"));
        assertThat(held.getString("evacuation_note")).startsWith("Not evacuated: 2 of 3 devices are unreachable");
        assertThat(held.getInt("load_balancers")).isEqualTo(1);
        assertThat(first.history()).startsWith("EVACUATION_HELD", "UNREACHABLE");

        second.state("ENABLED");
        first.until(device -> device.getInt("load_balancers") == 0 && device.isNull("evacuation"));
        api.awaitStatus("loadbalancers/" + loadBalancer, "loadbalancer", "ACTIVE");
        assertThat(first.history()).contains("EVACUATING", "EVACUATED");
        assertThat(first.show().getInt("stale_load_balancers")).isEqualTo(1);
        assertThat(second.loadBalancers() + third.loadBalancers()).isEqualTo(1);

        first.state("ENABLED");
        first.until(device -> device.getInt("stale_load_balancers") == 0);
        assertThat(file(first, loadBalancer)).as("a tombstone").doesNotContain(loadBalancer);
        api.delete("loadbalancers/" + loadBalancer + "?cascade=true");
        api.awaitGone("loadbalancers/" + loadBalancer);
        assertThat(Stream.of(first, second, third).map(member -> member.remove().status()))
                .containsOnly(204);
    }

    private static Member noop(String name) {
        return Member.register(api, Member.description(name, "noop", Map.of("directory", files())));
    }

    private static Member haproxy(String name) {
        Map<String, String> settings =
                Map.of("directory", directory.resolve(name).toString(), "stop-with-agent", "true");
        return Member.register(api, Member.description(name, "haproxy", settings, api.subnet()));
    }

    private static String files() {
        return directory.resolve("noop").toString();
    }

    private static JsonObject unreachable() {
        return Json.createObjectBuilder()
                .add("directory", files())
                .add("reachable", "false")
                .build();
    }

    private static String create() {
        String id = accepted();
        api.awaitStatus("loadbalancers/" + id, "loadbalancer", "ACTIVE");
        return id;
    }

    private static String accepted() {
        var answer = api.send("POST", "/v2/lbaas/loadbalancers", body());
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return answer.json().getJsonObject("loadbalancer").getString("id");
    }

    private static String body() {
        return "{\"loadbalancer\": {\"provider\": \"noop\", \"vip_subnet_id\": \"" + ANY_SUBNET + "\"}}";
    }

    private static void rename(String loadBalancer, String name) {
        String body = "{\"loadbalancer\": {\"name\": \"" + name + "\"}}";
        assertThat(api.send("PUT", "/v2/lbaas/loadbalancers/" + loadBalancer, body)
                        .status())
                .isEqualTo(200);
    }

    private static void failOver(String loadBalancer) {
        assertThat(api.send("PUT", "/v2/lbaas/loadbalancers/" + loadBalancer + "/failover", null)
                        .status())
                .isEqualTo(202);
    }

    /** What a noop device remembers of a load balancer. */
    private static String file(Member device, String loadBalancer) {
        try {
            return Files.readString(Path.of(files(), device.id(), loadBalancer + ".lb"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonObject password(String password) {
        return Json.createObjectBuilder().add("password", password).build();
    }

    private static List<Path> filesWith(String... secrets) throws IOException {
        try (Stream<Path> data = Files.walk(server.dataDir());
                Stream<Path> devices = Files.walk(directory)) {
            return Stream.of(data, devices, Stream.of(server.log()))
                    .flatMap(files -> files)
                    .filter(Files::isRegularFile)
                    .filter(Files::isReadable)
                    .filter(file -> Stream.of(secrets).anyMatch(read(file)::contains))
                    .toList();
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            // What a running server has just removed holds nothing any more.
            return "";
        }
    }

    private static String sha256(String text) {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(sha.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
