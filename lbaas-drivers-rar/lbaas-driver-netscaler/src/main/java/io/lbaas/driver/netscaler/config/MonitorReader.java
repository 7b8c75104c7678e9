package io.lbaas.driver.netscaler.config;

import java.util.Map;

/**
 * Makes what NetScaler shows of a monitor comparable. It shows times in the largest unit in which they are whole, and
 * codes as ranges where they are adjacent, however they were given.
 */
final class MonitorReader {
    private static final Map<String, Integer> MILLISECONDS = Map.of("MSEC", 1, "SEC", 1000, "MIN", 60_000);

    private MonitorReader() {}

    static void normalise(Map<String, String> values) {
        time(values, "interval", "units3", "MSEC");
        time(values, "resptimeout", "units4", "MSEC");
        time(values, "downtime", "units2", "SEC");
        // As it is typed, or as it is.
        values.computeIfPresent("customheaders", (name, text) -> text.replace("\\r\\n", "\r\n"));
        values.computeIfPresent("respcode", (name, codes) -> String.join(",", StatusCodes.of(codes)));
    }

    private static void time(Map<String, String> values, String name, String unit, String wanted) {
        Integer factor = MILLISECONDS.get(values.getOrDefault(unit, "SEC"));
        if (factor != null && values.getOrDefault(name, "").matches("\\d{1,9}")) {
            values.compute(
                    name, (same, time) -> Long.toString(Long.parseLong(time) * factor / MILLISECONDS.get(wanted)));
            values.put(unit, wanted);
        }
    }
}
