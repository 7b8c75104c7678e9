package io.lbaas.driver.nginx.traffic;

import io.lbaas.driver.host.Host;
import io.lbaas.driver.nginx.DeviceSettings;
import io.lbaas.driver.nginx.traffic.Totals.Sum;
import io.lbaas.driver.spi.StatsBatch;
import io.lbaas.driver.spi.StatsBatch.Counters;
import java.io.Closeable;
import java.io.IOException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Sums up what nginx logs: a line for each request or connection that ended. The sums are kept on the device, so that
 * whichever agent asks goes on where the last one was. The device itself adds up, so that only sums travel.
 */
public final class TrafficCounter {
    /** A log of this size has been read to its end and is begun anew. */
    private static final long MAX_LOG_BYTES = 16L << 20;

    /**
     * Words of a line: listener, number of the request in its connection, bytes in, bytes out, status, address of the
     * member. A request in error is one that nginx could not read or that the client gave up.
     */
    private static final String SUM =
            """
            { bytes += length($0) + 1 }
            NF >= 6 {
                sums[$1] = 1
                connections[$1] += $2 == 1
                received[$1] += $3
                sent[$1] += $4
                errors[$1] += $5 ~ /^(400|408|414|494|495|496|497|499)$/ && ($6 == "'-'" || $5 == 499)
            }
            END {
                printf "%.0f\\n", bytes
                for (listener in sums)
                    printf "%s %d %.0f %.0f %d\\n", listener, connections[listener], received[listener], sent[listener], errors[listener]
            }
            """;

    /** Established connections by the address and port of this side. */
    private static final String OPEN =
            "ss -Htn state established | awk '{ open[$3]++ } END { for (end in open) print end, open[end] }'";

    private final Host host;
    private final DeviceSettings settings;

    public TrafficCounter(Host host, DeviceSettings settings) {
        this.host = host;
        this.settings = settings;
    }

    /**
     * The counters of listeners.
     *
     * @param listeners their addresses and ports
     */
    public StatsBatch count(Map<UUID, List<String>> listeners, Instant deadline)
            throws IOException, InterruptedException {
        Totals totals = totals(deadline);
        Map<String, Long> open = open(deadline);
        Map<UUID, Counters> counters = new HashMap<>();
        listeners.forEach((id, endpoints) -> {
            Sum sum = totals.of(id);
            long active = endpoints.stream()
                    .mapToLong(endpoint -> open.getOrDefault(endpoint, 0L))
                    .sum();
            counters.put(id, new Counters(sum.bytesIn(), sum.bytesOut(), active, sum.connections(), sum.errors()));
        });
        return new StatsBatch(totals.epoch(), counters);
    }

    private Totals totals(Instant deadline) throws IOException, InterruptedException {
        Optional<Closeable> held = host.lock(settings.directory().resolve("traffic.lock"), deadline);
        try (Closeable lock = held.orElseThrow(() -> new IOException("Another agent counts the traffic"))) {
            Totals before = host.files()
                    .read(settings.trafficTotals())
                    .map(Totals::parse)
                    .orElseGet(Totals::fresh);
            long size = host.files().size(settings.trafficLog()).orElse(0L);
            Totals now = size < before.position() ? before.at(0) : before;
            now = size == now.position() ? now : added(now, deadline);
            if (now.position() > MAX_LOG_BYTES) {
                host.files().put(settings.trafficTotals(), now.at(0).text());
                host.files().write(settings.trafficLog(), "");
            } else if (!now.equals(before) || size == 0) {
                host.files().put(settings.trafficTotals(), now.text());
            }
            return now;
        }
    }

    private Totals added(Totals totals, Instant deadline) throws IOException, InterruptedException {
        String command = "tail -c \"+$0\" \"$1\" | LC_ALL=C awk \"$2\"";
        List<String> lines = host.run(
                        List.of(
                                "/bin/sh",
                                "-c",
                                command,
                                Long.toString(totals.position() + 1),
                                settings.trafficLog().toString(),
                                SUM),
                        deadline)
                .output()
                .lines()
                .toList();
        Map<UUID, Sum> sums = new HashMap<>();
        for (String line : lines.subList(1, lines.size())) {
            List<String> words = List.of(line.split(" "));
            sums.put(UUID.fromString(words.get(0)), Sum.parse(words.subList(1, words.size())));
        }
        return totals.plus(Long.parseLong(lines.get(0)), sums);
    }

    private Map<String, Long> open(Instant deadline) throws IOException, InterruptedException {
        Map<String, Long> open = new HashMap<>();
        host.run(List.of("/bin/sh", "-c", OPEN), deadline).output().lines().forEach(line -> {
            String[] words = line.split(" ", -1);
            if (words.length == 2 && words[1].matches("\\d+")) {
                open.put(words[0], Long.valueOf(words[1]));
            }
        });
        return open;
    }
}
