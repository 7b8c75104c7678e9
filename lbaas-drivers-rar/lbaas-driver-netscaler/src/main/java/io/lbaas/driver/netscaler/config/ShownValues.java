package io.lbaas.driver.netscaler.config;

import jakarta.json.JsonObject;
import java.util.LinkedHashMap;
import java.util.Map;

/** Makes what NetScaler shows of an object comparable with what it was told. */
final class ShownValues {
    private static final Map<String, Integer> MILLISECONDS = Map.of("MSEC", 1, "SEC", 1000, "MIN", 60_000);
    private static final String OUT_OF_SERVICE = "OUT OF SERVICE";

    private ShownValues() {}

    static Map<String, String> of(NitroType type, JsonObject shown) {
        Map<String, String> values = new LinkedHashMap<>();
        shown.forEach((name, value) -> values.put(name, Attribute.text(value)));
        switch (type) {
            case MONITOR -> monitor(values);
            case LB_SERVER, CS_SERVER -> server(values);
            // It may be shown in quotes.
            case MEMBER -> values.computeIfPresent("customserverid", (name, id) -> id.replace("\"", ""));
            // It is not always shown, and the same for all that are ours.
            default -> values.putIfAbsent("bindpoint", "REQUEST");
        }
        return values;
    }

    /** Servers do not show how they were switched, and have a timeout even where there is nothing to end. */
    private static void server(Map<String, String> values) {
        values.put("state", OUT_OF_SERVICE.equals(values.get("curstate")) ? "DISABLED" : "ENABLED");
        if ("NONE".equals(values.get("persistencetype"))) {
            values.remove("timeout");
        }
    }

    /**
     * Monitors show times in the largest unit in which they are whole, and codes as ranges where they are adjacent, however
     * they were given; and the end of a header as it is, or as it is typed.
     */
    static void monitor(Map<String, String> values) {
        time(values, "interval", "units3", "MSEC");
        time(values, "resptimeout", "units4", "MSEC");
        time(values, "downtime", "units2", "SEC");
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
