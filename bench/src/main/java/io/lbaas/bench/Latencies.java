package io.lbaas.bench;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.util.Arrays;
import java.util.Collection;

/** How long the items of one measurement took, in nanoseconds, sorted. */
record Latencies(long[] nanos) {
    private static final double NANOS_PER_MILLI = 1e6;

    static Latencies of(Collection<Long> nanos) {
        return new Latencies(nanos.stream().mapToLong(Long::longValue).sorted().toArray());
    }

    /** The latency in milliseconds that {@code percent} of the items did not exceed. */
    double percentile(double percent) {
        int rank = (int) Math.ceil(percent / 100 * nanos.length);
        return nanos[Math.max(0, rank - 1)] / NANOS_PER_MILLI;
    }

    JsonObject json() {
        return Json.createObjectBuilder()
                .add("count", nanos.length)
                .add("p50_ms", round(percentile(50)))
                .add("p99_ms", round(percentile(99)))
                .add("max_ms", round(percentile(100)))
                .build();
    }

    static double round(double value) {
        return Math.round(value * 100) / 100.0;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Latencies that && Arrays.equals(nanos, that.nanos);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(nanos);
    }

    @Override
    public String toString() {
        return json().toString();
    }
}
