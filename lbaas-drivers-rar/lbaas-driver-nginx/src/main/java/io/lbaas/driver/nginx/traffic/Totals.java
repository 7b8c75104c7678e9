package io.lbaas.driver.nginx.traffic;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * What was counted so far, as a file keeps it.
 *
 * @param epoch names this count; another one begins from zero
 * @param position how much of the log is in it, in bytes
 */
record Totals(String epoch, long position, Map<UUID, Sum> byListener) {

    /** What one listener had to do; also the order of the words of its line. */
    record Sum(long connections, long bytesIn, long bytesOut, long errors) {
        static final Sum NOTHING = new Sum(0, 0, 0, 0);

        Sum plus(Sum other) {
            return new Sum(
                    connections + other.connections,
                    bytesIn + other.bytesIn,
                    bytesOut + other.bytesOut,
                    errors + other.errors);
        }

        /** Reads the words behind a listener's id. */
        static Sum parse(List<String> words) {
            return new Sum(
                    Long.parseLong(words.get(0)),
                    Long.parseLong(words.get(1)),
                    Long.parseLong(words.get(2)),
                    Long.parseLong(words.get(3)));
        }

        String text() {
            return connections + " " + bytesIn + " " + bytesOut + " " + errors;
        }
    }

    static Totals fresh() {
        return new Totals(UUID.randomUUID().toString(), 0, Map.of());
    }

    /** The first line has epoch and position, each other one a listener. */
    static Totals parse(String text) {
        List<String> lines = text.lines().toList();
        List<String> first = List.of(lines.get(0).split(" "));
        Map<UUID, Sum> sums = new HashMap<>();
        for (String line : lines.subList(1, lines.size())) {
            List<String> words = List.of(line.split(" "));
            sums.put(UUID.fromString(words.get(0)), Sum.parse(words.subList(1, words.size())));
        }
        return new Totals(first.get(0), Long.parseLong(first.get(1)), sums);
    }

    String text() {
        StringBuilder text = new StringBuilder(epoch + " " + position + "\n");
        byListener.forEach(
                (id, sum) -> text.append(id).append(' ').append(sum.text()).append('\n'));
        return text.toString();
    }

    Sum of(UUID listenerId) {
        return byListener.getOrDefault(listenerId, Sum.NOTHING);
    }

    Totals at(long newPosition) {
        return new Totals(epoch, newPosition, byListener);
    }

    /** These with what was logged since. */
    Totals plus(long bytes, Map<UUID, Sum> more) {
        Map<UUID, Sum> sums = new HashMap<>(byListener);
        more.forEach((id, sum) -> sums.merge(id, sum, Sum::plus));
        return new Totals(epoch, position + bytes, sums);
    }
}
