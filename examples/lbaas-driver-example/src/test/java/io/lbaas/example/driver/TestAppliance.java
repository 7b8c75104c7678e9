package io.lbaas.example.driver;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.lbaas.driver.contract.DeviceFaults;
import io.lbaas.driver.spi.DeviceSpec;
import io.lbaas.example.appliance.Appliance;
import io.lbaas.model.DesiredLoadBalancer;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** An appliance, and in its place, for as long as a test wants it, something that behaves badly. */
final class TestAppliance implements DeviceFaults, AutoCloseable {
    private final Appliance appliance;
    private final String password;
    /** Where sessions find the device; another port while there is trouble. */
    private volatile int port;

    TestAppliance(String password) {
        this.password = password;
        appliance = new Appliance(0, password);
        port = appliance.port();
    }

    int port() {
        return port;
    }

    @Override
    public void close() {
        appliance.close();
    }

    @Override
    public void alter(UUID loadBalancerId) {
        List<String> known = ask("GET " + loadBalancerId);
        List<String> request = new ArrayList<>();
        request.add("PUT " + loadBalancerId + " " + known.get(0));
        request.addAll(known.subList(1, known.size()));
        request.add("limit of somebody else");
        ask(request.toArray(String[]::new));
    }

    @Override
    public void lose(UUID loadBalancerId) {
        ask("DELETE " + loadBalancerId + " "
                + ask("GET " + loadBalancerId).get(0).split(" ", -1)[0]);
        ask("FORGET " + loadBalancerId);
    }

    /** Somebody is there and says nothing. */
    @Override
    public Trouble hang() {
        return instead(listen());
    }

    @Override
    public Trouble beBusy() {
        ServerSocket busy = listen();
        Thread thread = new Thread(() -> sayBusy(busy));
        thread.setDaemon(true);
        thread.start();
        return instead(busy);
    }

    /** Nobody is there. */
    @Override
    public Trouble cutOff() {
        ServerSocket nobody = listen();
        Trouble trouble = instead(nobody);
        closeQuietly(nobody);
        return trouble;
    }

    /** Whether a client's connection is taken. */
    @Override
    public boolean serves(DesiredLoadBalancer tree) {
        try (Socket client = new Socket()) {
            client.connect(
                    new InetSocketAddress(
                            tree.vipAddresses().get(0),
                            tree.listeners().get(0).spec().protocolPort()),
                    1000);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private List<String> ask(String... request) {
        DeviceSpec device = new DeviceSpec(
                UUID.randomUUID(),
                "example",
                Map.of("address", "127.0.0.1:" + appliance.port()),
                Map.of("password", password),
                1);
        try {
            return Session.with(device).ask(List.of(request), Instant.now().plusSeconds(5));
        } catch (ApplianceException e) {
            throw new IllegalStateException(e);
        }
    }

    private Trouble instead(ServerSocket other) {
        port = other.getLocalPort();
        return () -> {
            port = appliance.port();
            closeQuietly(other);
        };
    }

    private static ServerSocket listen() {
        try {
            return new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void sayBusy(ServerSocket door) {
        while (!door.isClosed()) {
            try (Socket client = door.accept()) {
                byte[] request = new byte[8192];
                assertThat(client.getInputStream().read(request)).isPositive();
                client.getOutputStream().write("BUSY\n.\n".getBytes(UTF_8));
            } catch (IOException e) {
                return; // The trouble is over.
            }
        }
    }

    private static void closeQuietly(Closeable resource) {
        try {
            resource.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
