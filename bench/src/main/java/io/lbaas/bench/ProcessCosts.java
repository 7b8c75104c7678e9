package io.lbaas.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * CPU time and memory of the server's processes, by kind, from {@code /proc} (see proc(5)).
 *
 * @param cpuMillis CPU time so far
 * @param rssMegabytes resident memory now; a page that several processes share is divided among them
 */
record ProcessCosts(Map<String, Long> cpuMillis, Map<String, Long> rssMegabytes) {
    private static final Path PROC = Path.of("/proc");
    private static final long MILLIS_PER_TICK = 10;
    private static final int UTIME = 11;
    private static final int STIME = 12;

    /** The server's JVM, and every PostgreSQL and HAProxy process that belongs to its data directory. */
    static ProcessCosts of(ProcessHandle jvm, Path dataDir) {
        Map<String, Long> cpu = new TreeMap<>();
        Map<String, Long> rss = new TreeMap<>();
        try (Stream<Path> entries = Files.list(PROC)) {
            entries.filter(entry -> entry.getFileName().toString().matches("\\d+"))
                    .forEach(entry -> add(entry, jvm, dataDir, cpu, rss));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new ProcessCosts(cpu, rss);
    }

    /** CPU milliseconds spent since an earlier reading. */
    Map<String, Long> since(ProcessCosts earlier) {
        Map<String, Long> spent = new TreeMap<>();
        cpuMillis.forEach((kind, millis) -> spent.put(kind, millis - earlier.cpuMillis.getOrDefault(kind, 0L)));
        return spent;
    }

    long totalRss() {
        return rssMegabytes.values().stream().mapToLong(Long::longValue).sum();
    }

    private static void add(Path entry, ProcessHandle jvm, Path dataDir, Map<String, Long> cpu, Map<String, Long> rss) {
        try {
            long pid = Long.parseLong(entry.getFileName().toString());
            String kind = kind(pid, jvm, dataDir);
            if (kind == null) {
                return;
            }
            String stat = Files.readString(entry.resolve("stat"));
            String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
            long ticks = Long.parseLong(fields[UTIME]) + Long.parseLong(fields[STIME]);
            cpu.merge(kind, ticks * MILLIS_PER_TICK, Long::sum);
            rss.merge(kind, residentKilobytes(entry) / 1024, Long::sum);
        } catch (IOException e) {
            // The process ended while it was being read: it costs nothing any more.
        }
    }

    private static String kind(long pid, ProcessHandle jvm, Path dataDir) throws IOException {
        if (pid == jvm.pid()) {
            return "jvm";
        }
        for (String kind : new String[] {"postgres", "haproxy"}) {
            if (belongs(pid, kind, dataDir)) {
                return kind;
            }
        }
        return null;
    }

    /** Whether it, or its parent for a backend of PostgreSQL, runs on the data directory. */
    private static boolean belongs(long pid, String kind, Path dataDir) throws IOException {
        String command = command(pid);
        if (!command.contains(kind)) {
            return false;
        }
        if (command.contains(dataDir.toString())) {
            return true;
        }
        var parent = ProcessHandle.of(pid).flatMap(ProcessHandle::parent);
        return parent.isPresent() && command(parent.get().pid()).contains(dataDir.toString());
    }

    private static String command(long pid) throws IOException {
        return Files.readString(PROC.resolve(pid + "/cmdline")).replace('\0', ' ');
    }

    private static long residentKilobytes(Path entry) throws IOException {
        List<String> lines = Files.readAllLines(entry.resolve("smaps_rollup"));
        return lines.stream()
                .filter(line -> line.startsWith("Pss:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                .findFirst()
                .orElse(0);
    }
}
