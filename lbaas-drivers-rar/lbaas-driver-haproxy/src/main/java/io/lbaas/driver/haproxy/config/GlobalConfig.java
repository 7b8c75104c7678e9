package io.lbaas.driver.haproxy.config;

import io.lbaas.driver.haproxy.DeviceSettings;

/** What holds for the whole process, and the defaults of all proxies. */
public final class GlobalConfig {
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

    /** Where files are that are named without a directory, and what HAProxy would warn about otherwise. */
    private static final String TLS =
            """
                default-path origin %1$s
                crt-base %1$s
                ca-base %1$s
                tune.ssl.default-dh-param 2048
            """;

    private GlobalConfig() {}

    /** What a process needs that binds addresses and ends; without a socket, which it would take from the worker. */
    public static String bindCheck(DeviceSettings settings) {
        return "global\n    noreuseport\n" + tls(settings) + DEFAULTS;
    }

    private static String tls(DeviceSettings settings) {
        return TLS.formatted(Word.quoted(settings.tlsDirectory().toString()));
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
                %s%sbackend none
                """
                .formatted(
                        Word.literal(revision),
                        maxconn,
                        Word.quoted(settings.workerSocket().toString()),
                        Word.quoted(settings.serverStateFile().toString()),
                        tls(settings),
                        DEFAULTS);
    }
}
