package io.lbaas.bench;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.io.PrintStream;
import java.util.Map;

/** Everything that was measured, printed as it comes. */
final class Report {
    private final PrintStream out;
    private final JsonObjectBuilder all = Json.createObjectBuilder();

    Report(PrintStream out) {
        this.out = out;
        out.printf("%-24s %9s %9s %9s %9s   %s%n", "", "per s", "p50 ms", "p99 ms", "max ms", "CPU ms per item");
    }

    /** Notes one figure that is not a measurement of many items. */
    void note(String name, double value) {
        out.printf("%s: %.2f%n", name, value);
        all.add(name, Latencies.round(value));
    }

    void note(String name, JsonValue value) {
        out.println(name + ": " + value);
        all.add(name, value);
    }

    /**
     * Notes a measurement.
     *
     * @param cpuMillis spent on all items, by kind of process
     */
    void add(String name, int items, Clients.Run run, Map<String, Long> cpuMillis) {
        JsonObjectBuilder cpu = Json.createObjectBuilder();
        StringBuilder costs = new StringBuilder();
        cpuMillis.forEach((kind, millis) -> {
            double perItem = Latencies.round((double) millis / items);
            cpu.add(kind, perItem);
            costs.append(kind).append(' ').append(perItem).append("  ");
        });
        Latencies latencies = run.latencies();
        all.add(
                name,
                Json.createObjectBuilder(latencies.json())
                        .add("per_second", Latencies.round(run.itemsPerSecond()))
                        .add("cpu_ms_per_item", cpu));
        out.printf(
                "%-24s %9.1f %9.1f %9.1f %9.1f   %s%n",
                name,
                run.itemsPerSecond(),
                latencies.percentile(50),
                latencies.percentile(99),
                latencies.percentile(100),
                costs);
    }

    JsonObject json() {
        return all.build();
    }
}
