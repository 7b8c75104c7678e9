package io.lbaas.driver.haproxy.config;

import io.lbaas.driver.haproxy.DeviceSettings;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** What holds for the whole process, and the defaults of all proxies. */
public final class GlobalConfig {
    /** Names the program that PING monitors run. */
    static final String PING = "LBAAS_PING";

    private static final String DEFAULTS =
            """
            defaults
                option idle-close-on-response
                option redispatch 1
                option allbackups
                retries 3
                timeout client 50s
                timeout connect 5s
                timeout server 50s
                load-server-state-from-file global
            """;

    /** What proxies refer to: TLS files named without a directory, pings and metrics. */
    private static final String REFERENCES =
            """
                default-path origin %1$s
                crt-base %1$s
                ca-base %1$s
                tune.ssl.default-dh-param 2048
                localpeer local
                external-check
                insecure-fork-wanted
                setenv LBAAS_PING %2$s
            .if feature(LUA)
                lua-load %3$s
            .endif
            """;

    /** A worker hands its stick tables to the one that comes after it over this socket. */
    private static final String PEERS = """
            peers local
                peer local %s
            """;

    private static final String PING_SCRIPT =
            """
            #!/bin/sh
            # HAProxy ends it when the time for the check is over.
            exec %s -n -q -c 1 -W 86400 "$3" > /dev/null 2>&1
            """;

    private GlobalConfig() {}

    /** What a process needs that binds addresses and ends; without a socket, which it would take from the worker. */
    public static String bindCheck(DeviceSettings settings) {
        return "global\n    noreuseport\n" + references(settings) + peers(settings) + "    disabled\n" + DEFAULTS;
    }

    /**
     * The file that HAProxy reads first.
     *
     * @param revision shown by the worker as its description, so that what it runs can be told
     */
    public static String render(DeviceSettings settings, String revision) {
        String maxconn = settings.maxConnections()
                .map(limit -> "    maxconn " + Word.number(limit) + "\n")
                .orElse("");
        return """
                global
                    description %s
                %s    noreuseport
                    stats socket %s mode 600 level admin expose-fd listeners
                    server-state-file %s
                    hard-stop-after 10m
                %s%s%sbackend none
                """
                .formatted(
                        Word.literal(revision),
                        maxconn,
                        Word.quoted(settings.workerSocket().toString()),
                        Word.quoted(settings.serverStateFile().toString()),
                        references(settings),
                        peers(settings),
                        DEFAULTS);
    }

    /** The program that a PING monitor runs: HAProxy gives it the member's address as the third word. */
    public static String pingScript(DeviceSettings settings) {
        return PING_SCRIPT.formatted(Word.quoted(settings.ping()));
    }

    /** The service that answers on PROMETHEUS listeners. */
    public static String metricsScript() {
        try (InputStream script = GlobalConfig.class.getResourceAsStream("metrics.lua")) {
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String references(DeviceSettings settings) {
        return REFERENCES.formatted(
                Word.quoted(settings.tlsDirectory().toString()),
                Word.quoted(settings.pingScript().toString()),
                Word.quoted(settings.metricsScript().toString()));
    }

    private static String peers(DeviceSettings settings) {
        return PEERS.formatted(Word.quoted("unix@" + settings.peerSocket()));
    }
}
