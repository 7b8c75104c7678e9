package io.lbaas.bench;

import io.lbaas.test.harness.Api;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Many changes to one load balancer as fast as clients can send them, each of which needs HAProxy's reload if it is alone. */
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
        subject.awaitActive(id);
        long before = reloads();
        subject.measure(
                report,
                "burst_" + CHANGES + "_listeners",
                CHANGES,
                () -> Clients.run(CLIENTS, CHANGES, i -> listen(id, i)));
        report.note("burst_" + CHANGES + "_reloads", reloads() - before);
        subject.deleteAll();
    }

    private void listen(String loadBalancer, int item) {
        Api.Answer answer = subject.api()
                .send(
                        "POST",
                        "/v2/lbaas/listeners",
                        Json.createObjectBuilder()
                                .add(
                                        "listener",
                                        Json.createObjectBuilder()
                                                .add("loadbalancer_id", loadBalancer)
                                                .add("protocol", "HTTP")
                                                .add("protocol_port", FIRST_PORT + item))
                                .build()
                                .toString());
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
