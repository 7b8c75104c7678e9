package io.lbaas.driver.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/**
 * A network with other hosts on it: namespaces that a bridge joins, with this machine as one more host, the client.
 * Making it needs to be root; elsewhere the tests that need it are skipped, in CI they fail.
 */
public final class Segment implements AutoCloseable {
    private static final String BRIDGE = "lbaas-test";
    private static final String NETWORK = "198.18.77.";
    private static final String NETWORK6 = "fd77::";

    private final List<String> hosts;

    /** Makes a network with these hosts, each with an interface {@code eth0}. */
    public Segment(String... hosts) {
        this.hosts = List.of(hosts);
        boolean can = Files.isWritable(Path.of("/run")) && "root".equals(System.getProperty("user.name"));
        Assumptions.assumeTrue(
                can || System.getenv("CI") != null,
                "Network namespaces can be made by root only: no other hosts to test with");
        close();
        ip("link", "add", "name", BRIDGE, "type", "bridge");
        ip("link", "set", "dev", BRIDGE, "up");
        ip("address", "add", address() + "/24", "dev", BRIDGE);
        ip("address", "add", NETWORK6 + "1/64", "dev", BRIDGE, "nodad");
        this.hosts.forEach(this::join);
    }

    private void join(String host) {
        ip("netns", "add", host);
        ip("link", "add", "name", plug(host), "type", "veth", "peer", "name", "eth0", "netns", host);
        ip("link", "set", "dev", plug(host), "master", BRIDGE, "up");
        ip("-n", host, "link", "set", "dev", "lo", "up");
        ip("-n", host, "link", "set", "dev", "eth0", "up");
        ip("-n", host, "address", "add", address(host) + "/24", "dev", "eth0");
        ip("-n", host, "address", "add", NETWORK6 + number(host) + "/64", "dev", "eth0", "nodad");
    }

    private int number(String host) {
        return 11 + hosts.indexOf(host);
    }

    /** A host's own address. */
    public String address(String host) {
        return NETWORK + number(host);
    }

    /** This machine's own address. */
    public String address() {
        return NETWORK + "1";
    }

    /** An address that no host has. */
    public static String free(int number) {
        return NETWORK + (100 + number);
    }

    /** An address that no host has. */
    public static String free6(int number) {
        return NETWORK6 + (100 + number);
    }

    /** What a host's interface is known by. */
    public String linkAddress(String host) {
        return word(ip("-n", host, "-oneline", "link", "show", "dev", "eth0"), "link/ether");
    }

    /** By what the client knows the host of an address. */
    public String neighbour(String address) {
        return word(ip("-oneline", "neigh", "show", address, "dev", BRIDGE), "lladdr");
    }

    /** Has the client take a host for that of an address until it is told better, which it does not ask by itself. */
    public void mislead(String address, String host) {
        String table = address.contains(":") ? "ndisc_cache" : "arp_cache";
        ip("ntable", "change", "name", table, "dev", BRIDGE, "base_reachable", "3600000");
        ip("neigh", "replace", address, "lladdr", linkAddress(host), "dev", BRIDGE, "nud", "reachable");
    }

    /** What a host's interface has. */
    public String addresses(String host) {
        return ip("-n", host, "-oneline", "address", "show", "dev", "eth0");
    }

    /** Pulls a host's plug: all that it has goes on, and nobody hears of it. */
    public void cutOff(String host) {
        ip("link", "set", "dev", plug(host), "down");
    }

    public void reconnect(String host) {
        ip("link", "set", "dev", plug(host), "up");
    }

    /** Ends all that runs on a host. */
    public void kill(String host) {
        processes(host).forEach(ProcessHandle::destroyForcibly);
    }

    /** Whether a program of that name runs on a host. */
    public boolean runs(String host, String program) {
        return processes(host)
                .map(process -> process.info().command().orElse(""))
                .anyMatch(command -> command.endsWith("/" + program));
    }

    private static Stream<ProcessHandle> processes(String host) {
        return run("netns", "pids", host)
                .output()
                .lines()
                .flatMap(pid -> ProcessHandle.of(Long.parseLong(pid)).stream());
    }

    private static String plug(String host) {
        return "lbaas-" + host;
    }

    private static String word(String text, String before) {
        List<String> words = List.of(text.split("\\s+"));
        return words.contains(before) ? words.get(words.indexOf(before) + 1) : "";
    }

    /** Runs the program of that name, and returns what it prints. */
    public static String ip(String... arguments) {
        Result result = run(arguments);
        assertThat(result.exit()).as(result.output()).isZero();
        return result.output();
    }

    private record Result(int exit, String output) {}

    private static Result run(String... arguments) {
        try {
            Process process = new ProcessBuilder(
                            Stream.concat(Stream.of("ip"), Stream.of(arguments)).toList())
                    .redirectErrorStream(true)
                    .start();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Result(process.waitFor(), output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Takes away what is there of it. */
    @Override
    public void close() {
        hosts.forEach(host -> {
            run("link", "delete", "dev", plug(host));
            run("netns", "delete", host);
        });
        run("link", "delete", "dev", BRIDGE);
    }
}
