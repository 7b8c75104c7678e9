package io.lbaas.bench;

import io.lbaas.test.harness.LbaasServer;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.stream.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Runs measurements against one fresh server and prints a table and, to the file that the first argument names, JSON. More
 * arguments choose what is measured: {@code writes}, {@code batches}, {@code changes}, {@code burst}, {@code memory},
 * {@code reads}, {@code watching}; without them all is.
 */
public final class Bench {

    private Bench() {}

    public static void main(String[] args) throws IOException {
        Path dataDir = Files.createTempDirectory("lbaas-bench");
        Report report = new Report(System.out);
        long begin = System.nanoTime();
        try (LbaasServer server = new LbaasServer(dataDir, Map.of()).start()) {
            report.note("start_s", (System.nanoTime() - begin) / 1e9);
            Subject subject = new Subject(server);
            Map<String, Runnable> sections = new LinkedHashMap<>();
            sections.put("writes", new Writes(subject, report)::run);
            sections.put("batches", new Batches(subject, report)::run);
            sections.put("changes", new Changes(subject, report)::run);
            sections.put("burst", new Burst(subject, report, dataDir)::run);
            sections.put("memory", () -> memory(subject, report));
            sections.put("reads", new Reads(subject, report)::run);
            sections.put("watching", new Watching(report)::run);
            List<String> chosen = List.of(args).subList(1, args.length);
            sections.forEach((name, section) -> {
                if (chosen.isEmpty() || chosen.contains(name)) {
                    section.run();
                }
            });
        }
        Files.writeString(Path.of(args[0]), pretty(report.json()));
    }

    private static void memory(Subject subject, Report report) {
        ProcessCosts costs = subject.costs();
        JsonObjectBuilder byKind = Json.createObjectBuilder();
        costs.rssMegabytes().forEach(byKind::add);
        report.note("rss_mb", byKind.build());
        report.note("rss_total_mb", (double) costs.totalRss());
    }

    private static String pretty(JsonObject report) {
        StringWriter text = new StringWriter();
        try (var writer = Json.createWriterFactory(Map.of(JsonGenerator.PRETTY_PRINTING, true))
                .createWriter(text)) {
            writer.writeObject(report);
        }
        return text.toString().strip() + "\n";
    }
}
