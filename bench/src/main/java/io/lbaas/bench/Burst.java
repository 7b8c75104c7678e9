package io.lbaas.bench;

import io.lbaas.test.harness.Api;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.function.IntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Many changes to one load balancer as fast as clients can send them, and how often HAProxy is reloaded for them. */
final class Burst {
    private static final int CHANGES = 500;
    private static final int CLIENTS = 8;
    private static final int FIRST_PORT = 20_000;
    private static final Pattern RELOADS = Pattern.compile("(?m)^\\d+\\s+master\\s+(\\d+)");

    private final Subject subject;
    private final Report report;
    private final Path masterSocket;

    Burst(Subject subject, Report report, Path dataDir) {
        this.subject = subject;
        this.report = report;
        masterSocket = dataDir.resolve("haproxy/master.sock");
    }

    void run() {
        JsonObject loadBalancer = subject.createWhole();
        String id = loadBalancer.getString("id");
        String pool = loadBalancer.getJsonArray("pools").getJsonObject(0).getString("id");
        subject.awaitActive(id);
        measure("members", "pools/" + pool + "/members", "member", i -> Json.createObjectBuilder()
                .add("address", "192.0.2.3")
                .add("protocol_port", FIRST_PORT + i));
        measure("listeners", "listeners", "listener", i -> Json.createObjectBuilder()
                .add("loadbalancer_id", id)
                .add("protocol", "HTTP")
                .add("protocol_port", FIRST_PORT + i));
        subject.deleteAll();
    }

    private void measure(String name, String path, String type, IntFunction<JsonObjectBuilder> description) {
        long before = reloads();
        subject.measure(
                report,
                "burst_%d_%s".formatted(CHANGES, name),
                CHANGES,
                () -> Clients.run(CLIENTS, CHANGES, i -> create(path, type, description.apply(i))));
        report.note("burst_%d_%s_reloads".formatted(CHANGES, name), (double) (reloads() - before));
    }

    private void create(String path, String type, JsonObjectBuilder description) {
        String body = Json.createObjectBuilder().add(type, description).build().toString();
        Api.Answer answer = subject.api().send("POST", "/v2/lbaas/" + path, body);
        if (answer.status() != 201) {
            throw new IllegalStateException(answer.body());
        }
    }

    /** How often the master process has been told to reload. */
    private long reloads() {
        try (SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX)) {
            channel.connect(UnixDomainSocketAddress.of(masterSocket));
            channel.write(ByteBuffer.wrap("show proc\n".getBytes(StandardCharsets.US_ASCII)));
            channel.shutdownOutput();
            String answer = new String(Channels.newInputStream(channel).readAllBytes(), StandardCharsets.US_ASCII);
            Matcher master = RELOADS.matcher(answer);
            if (!master.find()) {
                throw new IllegalStateException(answer);
            }
            return Long.parseLong(master.group(1));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
