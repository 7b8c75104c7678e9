package io.lbaas.driver.haproxy.device;

import io.lbaas.driver.haproxy.runtime.StatRow;
import io.lbaas.driver.spi.StatsBatch.Counters;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What workers have counted that others took over from.
 *
 * @param epoch names the time since this was begun
 * @param workers by a worker's epoch: its counters by listener
 */
record Ledger(String epoch, Map<String, SortedMap<String, Counters>> workers) {
    /** Stands for all workers that are gone. */
    static final String GONE = "gone";

    private static final String WORKER = "worker ";

    Ledger {
        workers = new LinkedHashMap<>(workers);
    }

    static Ledger parse(String text) {
        String[] lines = text.split("\n", -1);
        Ledger ledger = new Ledger(lines[0], Map.of());
        SortedMap<String, Counters> counters = new TreeMap<>();
        for (String line : lines) {
            String[] words = line.split(" ", -1);
            if (line.startsWith(WORKER)) {
                counters = new TreeMap<>();
                ledger.workers.put(words[1], counters);
            } else if (words.length > 1) {
                counters.put(
                        words[0],
                        new Counters(
                                Long.parseLong(words[1]),
                                Long.parseLong(words[2]),
                                0,
                                Long.parseLong(words[3]),
                                Long.parseLong(words[4])));
            }
        }
        return ledger;
    }

    String text() {
        StringBuilder text = new StringBuilder(epoch).append('\n');
        workers.forEach((worker, counters) -> {
            text.append(WORKER).append(worker).append('\n');
            counters.forEach((listener, count) -> text.append("%s %d %d %d %d\n"
                    .formatted(
                            listener,
                            count.bytesIn(),
                            count.bytesOut(),
                            count.totalConnections(),
                            count.requestErrors())));
        });
        return text.toString();
    }

    /** Notes a worker's counters, those that are not zero. */
    void put(String worker, Collection<StatRow> rows) {
        SortedMap<String, Counters> counters = new TreeMap<>();
        for (StatRow row : rows) {
            Counters count = counters(row);
            if (count.totalConnections() > 0) {
                counters.put(row.proxy(), plus(count, new Counters(0, 0, -count.activeConnections(), 0, 0)));
            }
        }
        workers.put(worker, counters);
    }

    /** Adds the counters of a worker that is gone to those of others that are. */
    void retire(String worker) {
        SortedMap<String, Counters> gone = workers.computeIfAbsent(GONE, name -> new TreeMap<>());
        workers.remove(worker).forEach((listener, count) -> gone.merge(listener, count, Ledger::plus));
    }

    /** Forgets listeners that those workers that are gone had, but not those that are left. */
    void prune(Collection<StatRow> rows) {
        SortedMap<String, Counters> gone = workers.getOrDefault(GONE, new TreeMap<>());
        gone.keySet().retainAll(rows.stream().map(StatRow::proxy).collect(Collectors.toSet()));
    }

    static Counters counters(StatRow row) {
        return new Counters(
                row.count("bin"), row.count("bout"), row.count("scur"), row.count("stot"), row.count("ereq"));
    }

    static Counters plus(Counters one, Counters other) {
        return new Counters(
                one.bytesIn() + other.bytesIn(),
                one.bytesOut() + other.bytesOut(),
                one.activeConnections() + other.activeConnections(),
                one.totalConnections() + other.totalConnections(),
                one.requestErrors() + other.requestErrors());
    }
}
