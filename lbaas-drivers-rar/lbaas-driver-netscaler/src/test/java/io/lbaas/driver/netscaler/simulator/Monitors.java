package io.lbaas.driver.netscaler.simulator;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import java.util.BitSet;
import java.util.List;
import java.util.Map;

/** How monitors are shown: times in the largest unit in which they are whole, and adjacent codes as one range. */
final class Monitors {
    private static final Map<String, Integer> MILLISECONDS = Map.of("MSEC", 1, "SEC", 1000, "MIN", 60_000);
    private static final Map<String, String> TIMES =
            Map.of("interval", "units3", "resptimeout", "units4", "downtime", "units2");

    private Monitors() {}

    static long milliseconds(JsonObject row, String time, String unit) {
        return (long) row.getInt(time) * MILLISECONDS.get(row.getString(unit));
    }

    static JsonObject shown(JsonObject row) {
        JsonObjectBuilder shown = Json.createObjectBuilder(row);
        TIMES.forEach((time, unit) -> {
            long milliseconds = milliseconds(row, time, unit);
            String largest = List.of("MIN", "SEC", "MSEC").stream()
                    .filter(each -> milliseconds % MILLISECONDS.get(each) == 0)
                    .findFirst()
                    .orElseThrow();
            shown.add(time, milliseconds / MILLISECONDS.get(largest)).add(unit, largest);
        });
        if (row.containsKey("respcode")) {
            shown.add("respcode", ranges(row));
        }
        return shown.build();
    }

    private static JsonArrayBuilder ranges(JsonObject row) {
        BitSet codes = new BitSet();
        row.getJsonArray("respcode").getValuesAs(JsonString::getString).forEach(text -> {
            String[] ends = text.split("-");
            codes.set(Integer.parseInt(ends[0]), Integer.parseInt(ends[ends.length - 1]) + 1);
        });
        JsonArrayBuilder ranges = Json.createArrayBuilder();
        for (int first = codes.nextSetBit(0); first >= 0; first = codes.nextSetBit(codes.nextClearBit(first))) {
            int last = codes.nextClearBit(first) - 1;
            ranges.add(first == last ? "" + first : first + "-" + last);
        }
        return ranges;
    }
}
