package io.lbaas.example.driver;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.lbaas.model.DesiredLoadBalancer;
import io.lbaas.model.OperatingStatus;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * A load balancer in the appliance's words: lines of a kind, an id, the pool's id, an address, a port, and {@code up} or
 * {@code down}. Addresses are the only text of users among them, and {@link Support} takes nothing else for an address.
 */
record Configuration(List<String> lines) {

    static Configuration of(DesiredLoadBalancer desired) {
        List<String> lines = new ArrayList<>();
        boolean up = desired.spec().adminStateUp();
        lines.add(line("load-balancer", desired.id(), null, "-", 0, up));
        for (DesiredLoadBalancer.Listener listener : desired.listeners()) {
            for (String vip : desired.vipAddresses()) {
                lines.add(line(
                        "listener",
                        listener.id(),
                        listener.spec().defaultPoolId(),
                        vip,
                        listener.spec().protocolPort(),
                        up && listener.spec().adminStateUp()));
            }
            lines.add("limit " + listener.id() + " " + listener.spec().connectionLimit());
        }
        for (DesiredLoadBalancer.Pool pool : desired.pools()) {
            lines.add(line("pool", pool.id(), null, "-", 0, pool.spec().adminStateUp()));
            for (DesiredLoadBalancer.Member member : pool.members()) {
                lines.add(line(
                        "member",
                        member.id(),
                        pool.id(),
                        member.spec().address(),
                        member.spec().protocolPort(),
                        pool.spec().adminStateUp() && member.spec().adminStateUp()));
            }
        }
        return new Configuration(List.copyOf(lines));
    }

    private static String line(String kind, UUID id, UUID pool, String address, int port, boolean up) {
        return kind + " " + id + " " + (pool == null ? "-" : pool) + " " + address + " " + port + " "
                + (up ? "up" : "down");
    }

    String digest() {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(sha.digest(String.join("\n", lines).getBytes(UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    /** The addresses of each listener. */
    Map<UUID, List<String>> listeners() {
        Map<UUID, List<String>> listeners = new HashMap<>();
        for (String line : lines) {
            String[] words = line.split(" ", -1);
            if (words[0].equals("listener")) {
                listeners
                        .computeIfAbsent(UUID.fromString(words[1]), id -> new ArrayList<>())
                        .add(words[3] + " " + words[4]);
            }
        }
        return listeners;
    }

    /** The appliance checks nobody, so that members that are up have NO_MONITOR. */
    Map<UUID, OperatingStatus> status() {
        Map<UUID, OperatingStatus> status = new HashMap<>();
        for (String line : lines) {
            String[] words = line.split(" ", -1);
            if (words.length == 6) {
                OperatingStatus up = words[0].equals("member") ? OperatingStatus.NO_MONITOR : OperatingStatus.ONLINE;
                status.put(UUID.fromString(words[1]), words[5].equals("up") ? up : OperatingStatus.OFFLINE);
            }
        }
        return status;
    }
}
