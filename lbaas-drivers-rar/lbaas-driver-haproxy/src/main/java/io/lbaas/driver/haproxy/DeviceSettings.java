package io.lbaas.driver.haproxy;

import io.lbaas.driver.host.vip.VipSettings;
import io.lbaas.driver.spi.DeviceSpec;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A device's settings, and where everything of it lies.
 *
 * @param ping the program that pings for PING monitors
 * @param maxConnections of the whole device, empty for as many as the limit of open files allows
 * @param stopWithAgent whether HAProxy ends when the adapter stops
 */
public record DeviceSettings(
        Path directory,
        String binary,
        String ping,
        Optional<Long> maxConnections,
        VipSettings vips,
        boolean stopWithAgent) {
    /** What the names of load balancers' files end with. */
    public static final String CONFIG = ".cfg";

    /** HAProxy binds a socket under a temporary name, and a name has at most 107 bytes. */
    private static final int MAX_DIRECTORY_BYTES = 80;

    /**
     * Reads them.
     *
     * @throws IllegalArgumentException in words for the operator where a setting is missing or wrong
     */
    public static DeviceSettings of(DeviceSpec spec) {
        return new DeviceSettings(
                directory(spec.setting("directory", "")),
                spec.setting("binary", "/usr/sbin/haproxy"),
                spec.setting("ping", "/usr/bin/ping"),
                Optional.ofNullable(spec.settings().get("max-connections")).map(DeviceSettings::positive),
                VipSettings.of(spec),
                Boolean.parseBoolean(spec.setting("stop-with-agent", "false")));
    }

    private static Path directory(String text) {
        try {
            Path directory = Path.of(text).normalize();
            if (!directory.isAbsolute()) {
                throw new IllegalArgumentException("The setting directory must be an absolute path");
            }
            if (directory.toString().getBytes(StandardCharsets.UTF_8).length > MAX_DIRECTORY_BYTES) {
                throw new IllegalArgumentException("The setting directory must have at most " + MAX_DIRECTORY_BYTES
                        + " bytes, because the path of a socket is short");
            }
            return directory;
        } catch (InvalidPathException e) {
            throw new IllegalArgumentException("The setting directory is not a path", e);
        }
    }

    private static long positive(String text) {
        try {
            long value = Long.parseLong(text);
            if (value > 0) {
                return value;
            }
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("The setting max-connections is not a number", e);
        }
        throw new IllegalArgumentException("The setting max-connections must be positive");
    }

    /** Of load balancers that have a process of their own: the directory of each. */
    public Path isolatedDirectory() {
        return directory.resolve("own");
    }

    /**
     * The settings of a process of one load balancer's own.
     *
     * @param name of its directory
     * @throws IllegalArgumentException where the path would be too long
     */
    DeviceSettings isolated(String name) {
        return new DeviceSettings(
                directory(isolatedDirectory().resolve(name).toString()),
                binary,
                ping,
                maxConnections,
                vips.apart(name),
                stopWithAgent);
    }

    public Path globalFile() {
        return directory.resolve("global.cfg");
    }

    /** One file for each load balancer. */
    public Path configDirectory() {
        return directory.resolve("conf.d");
    }

    /** Certificates and keys, readable by nobody else. */
    public Path tlsDirectory() {
        return directory.resolve("tls");
    }

    public Path workerSocket() {
        return directory.resolve("worker.sock");
    }

    public Path masterSocket() {
        return directory.resolve("master.sock");
    }

    /** Over which a worker hands its stick tables to the next one. */
    public Path peerSocket() {
        return directory.resolve("peer.sock");
    }

    /** What former workers have counted. */
    public Path countersFile() {
        return directory.resolve("counters");
    }

    public Path countersLock() {
        return directory.resolve("counters.lock");
    }

    /** What PING monitors run. */
    public Path pingScript() {
        return directory.resolve("check-ping");
    }

    /** What answers on PROMETHEUS listeners. */
    public Path metricsScript() {
        return directory.resolve("metrics.lua");
    }

    public Path pidFile() {
        return directory.resolve("haproxy.pid");
    }

    /** Held by the process for as long as it runs. */
    public Path processLock() {
        return directory.resolve("process.lock");
    }

    /** What HAProxy says, a refused reload included. */
    public Path logFile() {
        return directory.resolve("haproxy.log");
    }

    /** Which servers were down before a reload. */
    public Path serverStateFile() {
        return directory.resolve("server-state");
    }
}
