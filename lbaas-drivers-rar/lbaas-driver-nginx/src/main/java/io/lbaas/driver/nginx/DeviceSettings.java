package io.lbaas.driver.nginx;

import io.lbaas.driver.host.vip.VipSettings;
import io.lbaas.driver.nginx.config.Context;
import io.lbaas.driver.spi.DeviceSpec;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A device's settings, and where everything of it lies.
 *
 * @param streamModule the file with nginx's support of TCP and UDP, empty where it is built in
 * @param workerUser whose rights workers have, empty for nginx's own choice
 * @param workers how many there are, {@code auto} for one for each CPU
 * @param workerConnections of each worker at one time, with clients and with members
 * @param vips how the device comes by VIPs
 * @param stopWithAgent whether nginx ends when the adapter stops
 */
public record DeviceSettings(
        Path directory,
        String binary,
        String streamModule,
        String workerUser,
        String workers,
        long workerConnections,
        VipSettings vips,
        boolean stopWithAgent) {
    /** The path of a socket has at most 107 bytes. */
    private static final int MAX_DIRECTORY_BYTES = 80;

    private static final Pattern PLAIN_PATH = Pattern.compile("/[A-Za-z0-9_./+@-]*");
    private static final Pattern MODULE = Pattern.compile(PLAIN_PATH + "|");
    private static final Pattern USER = Pattern.compile("[A-Za-z_][A-Za-z0-9_-]*|");
    private static final Pattern WORKERS = Pattern.compile("auto|[1-9]\\d{0,2}");
    private static final Pattern CONNECTIONS = Pattern.compile("[1-9]\\d{1,6}");

    /**
     * Reads them.
     *
     * @throws IllegalArgumentException in words for the operator where a setting is missing or wrong
     */
    public static DeviceSettings of(DeviceSpec spec) {
        return new DeviceSettings(
                directory(spec.setting("directory", "")),
                spec.setting("binary", "/usr/sbin/nginx"),
                matching(spec, "stream-module", "/usr/lib/nginx/modules/ngx_stream_module.so", MODULE),
                matching(spec, "worker-user", "", USER),
                matching(spec, "workers", "auto", WORKERS),
                Long.parseLong(matching(spec, "worker-connections", "4096", CONNECTIONS)),
                VipSettings.of(spec),
                Boolean.parseBoolean(spec.setting("stop-with-agent", "false")));
    }

    private static String matching(DeviceSpec spec, String key, String otherwise, Pattern pattern) {
        String value = spec.setting(key, otherwise);
        if (!pattern.matcher(value).matches()) {
            throw new IllegalArgumentException("The setting " + key + " is not valid");
        }
        return value;
    }

    private static Path directory(String text) {
        try {
            Path directory = Path.of(text).normalize();
            if (!PLAIN_PATH.matcher(directory.toString()).matches()) {
                throw new IllegalArgumentException(
                        "The setting directory must be an absolute path of letters, digits and the characters _./+@-");
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

    public Path mainFile() {
        return directory.resolve("nginx.conf");
    }

    /** What load balancers have: a file for each of their contexts. */
    public Path configDirectory() {
        return directory.resolve("conf.d");
    }

    /** What the names of a load balancer's files end with. */
    public static String[] suffixes() {
        return Stream.of(Context.values()).map(Context::suffix).toArray(String[]::new);
    }

    /** The files of one context, as a pattern. */
    public String configs(Context context) {
        return configDirectory() + "/*" + context.suffix();
    }

    /** Certificates and keys, readable by nobody else. */
    public Path tlsDirectory() {
        return directory.resolve("tls");
    }

    public Path statusSocket() {
        return directory.resolve("status.sock");
    }

    public Path pidFile() {
        return directory.resolve("nginx.pid");
    }

    /** What nginx says, a refused reload included. */
    public Path logFile() {
        return directory.resolve("error.log");
    }

    /** What listeners had to do, a line for each request or connection. */
    public Path trafficLog() {
        return directory.resolve("traffic.log");
    }

    /** What was counted from it. */
    public Path trafficTotals() {
        return directory.resolve("traffic.totals");
    }
}
