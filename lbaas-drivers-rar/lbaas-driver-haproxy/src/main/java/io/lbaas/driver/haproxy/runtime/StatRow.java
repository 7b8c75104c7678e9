package io.lbaas.driver.haproxy.runtime;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** One row of {@code show stat}. A device has thousands of some hundred columns, so only those are read that are asked for. */
public final class StatRow {
    static final String HEADER = "# pxname,";

    private final Map<String, Integer> columns;
    private final String line;

    private StatRow(Map<String, Integer> columns, String line) {
        this.columns = columns;
        this.line = line;
    }

    /** The rows of an answer; what stands before the header is something else's. */
    public static List<StatRow> parse(String answer) {
        List<StatRow> rows = new ArrayList<>();
        int start = answer.indexOf(HEADER);
        if (start < 0) {
            return rows;
        }
        int end = lineEnd(answer, start);
        Map<String, Integer> columns = columns(answer.substring(start + 2, end));
        for (start = end + 1; start < answer.length(); start = end + 1) {
            end = lineEnd(answer, start);
            if (end > start) {
                rows.add(new StatRow(columns, answer.substring(start, end)));
            }
        }
        return rows;
    }

    private static int lineEnd(String answer, int start) {
        int end = answer.indexOf('\n', start);
        return end < 0 ? answer.length() : end;
    }

    private static Map<String, Integer> columns(String header) {
        Map<String, Integer> columns = new HashMap<>();
        for (String name : header.split(",", -1)) {
            columns.put(name, columns.size());
        }
        return columns;
    }

    public String proxy() {
        return text("pxname");
    }

    /** A server's name, or FRONTEND or BACKEND. */
    public String server() {
        return text("svname");
    }

    public String status() {
        return text("status");
    }

    /** Whether its first check is still to come, so that its status is a guess. */
    public boolean unchecked() {
        return text("check_status").equals("INI");
    }

    /** A counter, 0 where it is empty. */
    public long count(String column) {
        String value = text(column);
        return value.isEmpty() ? 0 : Long.parseLong(value);
    }

    /** No text where there is no such column. None of those that we read has a quoted comma before it. */
    private String text(String column) {
        int ahead = columns.getOrDefault(column, Integer.MAX_VALUE);
        int start = 0;
        while (ahead > 0) {
            start = line.indexOf(',', start) + 1;
            if (start == 0) {
                return "";
            }
            ahead--;
        }
        int end = line.indexOf(',', start);
        return end < 0 ? line.substring(start) : line.substring(start, end);
    }
}
