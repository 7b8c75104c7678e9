package io.lbaas.test.path;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.lbaas.test.harness.Api;
import io.lbaas.test.harness.LbaasServer;
import io.lbaas.test.harness.SharedServer;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.SocketTimeoutException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Two kinds of devices: an operator adds nginx, and what HAProxy cannot do goes there. */
@ExtendWith(SharedServer.class)
class NginxPathTest {
    private static final int PORT = 5353;
    private static final Duration TWO_PERIODS = Duration.ofSeconds(30);

    private final Api api;
    private final Path directory;

    NginxPathTest(LbaasServer server) {
        api = server.admin();
        directory = server.dataDir().resolve("nginx");
    }

    @Test
    void datagramsAreServedByNginxAndRefusedByHaproxy() throws IOException {
        String device = device();
        try (DatagramSocket member = new DatagramSocket(0, InetAddress.getByName("127.0.0.1"))) {
            JsonObject loadBalancer = loadBalancer("nginx");
            String id = loadBalancer.getString("id");
            assertThat(listener(id).status()).isEqualTo(201);
            String pool = pool(id);
            api.create(
                    "pools/" + pool + "/members",
                    "member",
                    Json.createObjectBuilder().add("address", "127.0.0.1").add("protocol_port", member.getLocalPort()));
            api.awaitStatus("loadbalancers/" + id, "loadbalancer", "ACTIVE");
            SocketAddress vip = new InetSocketAddress(loadBalancer.getString("vip_address"), PORT);
            await().untilAsserted(() -> assertThat(roundTrip(vip, member)).isEqualTo("ping"));
            await().atMost(TWO_PERIODS).until(() -> api.show("loadbalancers/" + id, "loadbalancer")
                    .getString("operating_status")
                    .equals("ONLINE"));

            String other = loadBalancer("haproxy").getString("id");
            api.awaitStatus("loadbalancers/" + other, "loadbalancer", "ACTIVE");
            Api.Answer refused = listener(other);
            assertThat(refused.status()).isBetween(400, 501);
            assertThat(refused.body()).contains("UDP");
            for (String each : List.of(id, other)) {
                api.delete("loadbalancers/" + each + "?cascade=true");
                api.awaitGone("loadbalancers/" + each);
            }
        }
        assertThat(api.send("DELETE", "/admin/v1/devices/" + device, null).status())
                .isEqualTo(204);
    }

    private String device() {
        String request = Json.createObjectBuilder()
                .add("name", "edge-nginx")
                .add("driver", "nginx")
                .add(
                        "settings",
                        Json.createObjectBuilder()
                                .add("directory", directory.toString())
                                .add("stop-with-agent", "true"))
                .add("capacity", 100)
                .add("state", "ENABLED")
                .add("vip_subnet_ids", Json.createArrayBuilder().add(api.subnet()))
                .build()
                .toString();
        Api.Answer answer = api.send("POST", "/admin/v1/devices", request);
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        String id = answer.json().getString("id");
        await().atMost(TWO_PERIODS)
                .until(() ->
                        api.send("GET", "/admin/v1/devices/" + id, null).body().contains("\"health\":\"REACHABLE\""));
        return id;
    }

    private JsonObject loadBalancer(String provider) {
        return api.create(
                "loadbalancers",
                "loadbalancer",
                Json.createObjectBuilder().add("vip_subnet_id", api.subnet()).add("provider", provider));
    }

    private Api.Answer listener(String loadBalancer) {
        String request = Json.createObjectBuilder()
                .add(
                        "listener",
                        Json.createObjectBuilder()
                                .add("loadbalancer_id", loadBalancer)
                                .add("protocol", "UDP")
                                .add("protocol_port", PORT))
                .build()
                .toString();
        return api.send("POST", "/v2/lbaas/listeners", request);
    }

    private String pool(String loadBalancer) {
        String listener = api.send("GET", "/v2/lbaas/listeners?loadbalancer_id=" + loadBalancer, null)
                .json()
                .getJsonArray("listeners")
                .getJsonObject(0)
                .getString("id");
        return api.create(
                        "pools",
                        "pool",
                        Json.createObjectBuilder()
                                .add("listener_id", listener)
                                .add("protocol", "UDP")
                                .add("lb_algorithm", "SOURCE_IP_PORT"))
                .getString("id");
    }

    /** What a client gets whose datagram the member sends back; nothing where it is lost. */
    private static String roundTrip(SocketAddress vip, DatagramSocket member) throws IOException {
        try (DatagramSocket client = new DatagramSocket()) {
            client.setSoTimeout(500);
            member.setSoTimeout(500);
            client.send(new DatagramPacket("ping".getBytes(US_ASCII), 4, vip));
            DatagramPacket packet = new DatagramPacket(new byte[100], 100);
            member.receive(packet);
            member.send(packet);
            client.receive(packet);
            return new String(packet.getData(), 0, packet.getLength(), US_ASCII);
        } catch (SocketTimeoutException e) {
            return "";
        }
    }
}
