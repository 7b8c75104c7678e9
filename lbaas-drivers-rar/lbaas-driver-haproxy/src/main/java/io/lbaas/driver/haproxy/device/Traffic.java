package io.lbaas.driver.haproxy.device;

import io.lbaas.driver.haproxy.DeviceSettings;
import io.lbaas.driver.haproxy.runtime.MasterSocket;
import io.lbaas.driver.haproxy.runtime.StatRow;
import io.lbaas.driver.haproxy.runtime.Worker;
import io.lbaas.driver.host.Host;
import io.lbaas.driver.spi.StatsBatch.Counters;
import java.io.Closeable;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Counts traffic for as long as the device lasts. Each worker counts from zero, and goes on counting for the connections that it
 * has when another takes over; what those before the present one have counted is kept in a file, under a lock of its own. So
 * is what the present one had counted when it was last asked, which is all that is left of it where it dies.
 */
final class Traffic {
    private static final Duration MASTER_ANSWERS = Duration.ofMillis(500);

    private final Host host;
    private final DeviceSettings settings;
    private final Worker worker;
    private final MasterSocket master;

    Traffic(Host host, DeviceSettings settings, Worker worker, MasterSocket master) {
        this.host = host;
        this.settings = settings;
        this.worker = worker;
        this.master = master;
    }

    /**
     * Counters of frontends.
     *
     * @param epoch the same as long as they go on from where they were
     */
    record Total(String epoch, Map<String, Counters> byFrontend) {}

    /** Keeps what the worker has counted, because another is about to take over; says who it was. */
    Worker.Identity keep(Instant deadline) throws IOException, InterruptedException {
        try (Closeable held = lock(deadline)) {
            Worker.Counted counted = worker.frontends(deadline);
            Ledger ledger = read(counted);
            ledger.prune(counted.rows());
            ledger.put(counted.identity().epoch(), counted.rows());
            write(ledger);
            return counted.identity();
        }
    }

    Total read(Instant deadline) throws IOException, InterruptedException {
        try (Closeable held = lock(deadline)) {
            Worker.Counted counted = worker.frontends(deadline);
            Ledger ledger = read(counted);
            Map<String, Counters> total = new HashMap<>();
            counted.rows().forEach(row -> total.put(row.proxy(), Ledger.counters(row)));
            // It may be about to become a former one.
            String present = counted.identity().epoch();
            Set<String> former = new HashSet<>(ledger.workers().keySet());
            former.removeAll(Set.of(present, Ledger.GONE));
            if (!former.isEmpty()) {
                refresh(ledger, former).forEach((frontend, count) -> total.merge(frontend, count, Ledger::plus));
            }
            ledger.put(present, counted.rows());
            write(ledger);
            ledger.workers().forEach((name, counters) -> {
                if (!name.equals(present)) {
                    counters.forEach((frontend, count) -> total.merge(frontend, count, Ledger::plus));
                }
            });
            return new Total(ledger.epoch(), total);
        }
    }

    /** Asks former workers that still have connections; what these are now is told apart, as it is not for the file. */
    private Map<String, Counters> refresh(Ledger ledger, Set<String> former) {
        Map<String, Counters> active = new HashMap<>();
        Instant deadline = Instant.now().plus(MASTER_ANSWERS);
        try {
            Set<String> alive = master.formerWorkers(deadline);
            for (String name : former) {
                String pid = name.split("-", 2)[0];
                if (alive.contains(pid)) {
                    List<StatRow> rows = master.frontends(pid, deadline);
                    ledger.put(name, rows);
                    rows.forEach(row -> active.put(row.proxy(), new Counters(0, 0, row.count("scur"), 0, 0)));
                } else {
                    ledger.retire(name);
                }
            }
        } catch (IOException e) {
            // The master is busy with a reload: what these had counted when they were asked last stands.
        }
        return active;
    }

    private Ledger read(Worker.Counted counted) throws IOException {
        return host.files()
                .read(settings.countersFile())
                .map(Ledger::parse)
                .orElseGet(() -> new Ledger(counted.identity().epoch(), Map.of()));
    }

    private void write(Ledger ledger) throws IOException {
        host.files().put(settings.countersFile(), ledger.text());
    }

    private Closeable lock(Instant deadline) throws IOException, InterruptedException {
        return host.lock(settings.countersLock(), deadline)
                .orElseThrow(() -> new IOException("Others read the counters all the time"));
    }
}
