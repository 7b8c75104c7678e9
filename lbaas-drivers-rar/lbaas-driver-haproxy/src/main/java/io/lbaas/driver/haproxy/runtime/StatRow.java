package io.lbaas.driver.haproxy.runtime;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** One row of {@code show stat}, by its columns' names. */
public record StatRow(Map<String, String> fields) {
    private static final String HEADER = "# pxname,";

    static List<StatRow> parse(String answer) {
        List<StatRow> rows = new ArrayList<>();
        String[] names = {};
        for (String line : answer.lines().toList()) {
            if (line.startsWith(HEADER)) {
                names = line.substring(2).split(",");
            } else if (names.length > 0 && !line.isBlank()) {
                rows.add(row(names, line.split(",", -1)));
            }
        }
        return rows;
    }

    private static StatRow row(String[] names, String[] values) {
        Map<String, String> fields = new HashMap<>();
        for (int column = 0; column < Math.min(names.length, values.length); column++) {
            fields.put(names[column], values[column]);
        }
        return new StatRow(fields);
    }

    public String proxy() {
        return fields.getOrDefault("pxname", "");
    }

    /** A server's name, or FRONTEND or BACKEND. */
    public String server() {
        return fields.getOrDefault("svname", "");
    }

    public String status() {
        return fields.getOrDefault("status", "");
    }

    /** A counter, 0 where it is empty. */
    public long count(String column) {
        String value = fields.getOrDefault(column, "");
        return value.isEmpty() ? 0 : Long.parseLong(value);
    }
}
