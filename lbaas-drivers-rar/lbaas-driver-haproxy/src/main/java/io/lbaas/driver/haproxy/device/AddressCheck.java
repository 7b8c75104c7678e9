package io.lbaas.driver.haproxy.device;

import io.lbaas.driver.haproxy.process.Complaint;
import io.lbaas.driver.haproxy.process.ConfigCheck;
import io.lbaas.driver.haproxy.runtime.StatRow;
import io.lbaas.driver.haproxy.runtime.Worker;
import io.lbaas.driver.host.Host;
import io.lbaas.driver.host.store.ConfigFile;
import io.lbaas.driver.host.store.ConfigStore;
import java.io.Closeable;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Finds addresses that HAProxy could not bind, before it tries: a reload that cannot bind pauses the listeners of the
 * worker that serves, and steals what another frontend of the same process has.
 *
 * <p>We try first, which costs next to nothing; where we cannot, HAProxy is the judge and says why.
 */
final class AddressCheck {
    private static final String BIND = "    bind ";
    private static final String FRONTEND = "frontend ";

    private final Host host;
    private final ConfigStore store;
    private final ConfigCheck haproxy;
    private final Worker worker;

    AddressCheck(Host host, ConfigStore store, ConfigCheck haproxy, Worker worker) {
        this.host = host;
        this.store = store;
        this.haproxy = haproxy;
        this.worker = worker;
    }

    /** Complaints about addresses in these steps, whose files are staged. */
    List<Complaint> check(List<Step> steps, Instant deadline) throws IOException, InterruptedException {
        Set<String> freed = new HashSet<>();
        Set<String> taken = new HashSet<>();
        for (Step step : steps) {
            freed.addAll(before(step));
            taken.addAll(kept(step));
        }
        List<Complaint> complaints = new ArrayList<>();
        List<Closeable> held = new ArrayList<>();
        try {
            for (Step step : steps) {
                Set<String> suspects = suspects(step, freed, taken, held);
                if (!suspects.isEmpty()) {
                    suspects.removeAll(served(step, deadline));
                }
                if (!suspects.isEmpty()) {
                    complaints.addAll(judge(step, suspects, deadline));
                }
            }
            return complaints;
        } finally {
            for (Closeable endpoint : held) {
                endpoint.close();
            }
        }
    }

    private Set<String> suspects(Step step, Set<String> freed, Set<String> taken, List<Closeable> held)
            throws IOException {
        Set<String> kept = kept(step);
        Set<String> suspects = new HashSet<>();
        for (String endpoint : binds(step.rendered().lines())) {
            boolean free = kept.remove(endpoint)
                    || (taken.add(endpoint) && (freed.contains(endpoint) || hold(endpoint, held)));
            if (!free) {
                suspects.add(endpoint);
            }
        }
        return suspects;
    }

    /** What the worker has for this load balancer already, although no file says so any more. */
    private Set<String> served(Step step, Instant deadline) throws IOException {
        Set<String> running =
                worker.frontends(deadline).rows().stream().map(StatRow::proxy).collect(Collectors.toSet());
        Set<String> served = new HashSet<>();
        String section = "";
        for (String line : step.rendered().lines()) {
            if (line.startsWith(FRONTEND)) {
                section = line.substring(FRONTEND.length());
            } else if (line.startsWith(BIND) && running.contains(section)) {
                served.add(endpoint(line));
            }
        }
        return served;
    }

    private List<Complaint> judge(Step step, Set<String> suspects, Instant deadline)
            throws IOException, InterruptedException {
        Path staged = store.staging().resolve(step.change().loadBalancerId() + ".cfg");
        List<String> lines = step.rendered().lines();
        return haproxy.bind(List.of(staged), deadline).stream()
                .filter(complaint -> {
                    int line = complaint.line() - ConfigFile.HEADER_LINES - 1;
                    return line >= 0 && line < lines.size() && suspects.contains(endpoint(lines.get(line)));
                })
                .toList();
    }

    /** Keeps the address until the check is over, so that it cannot be had twice. */
    private boolean hold(String endpoint, List<Closeable> held) throws IOException {
        int colon = endpoint.lastIndexOf(':');
        Optional<Closeable> free = host.hold(
                new InetSocketAddress(endpoint.substring(0, colon), Integer.parseInt(endpoint.substring(colon + 1))));
        free.ifPresent(held::add);
        return free.isPresent();
    }

    /** What the load balancer has now and goes on to have. */
    private static Set<String> kept(Step step) {
        Set<String> kept = new HashSet<>(before(step));
        kept.retainAll(binds(step.rendered().lines()));
        return kept;
    }

    private static List<String> before(Step step) {
        return binds(step.before().map(ConfigFile::lines).orElse(List.of()));
    }

    private static List<String> binds(List<String> lines) {
        return lines.stream()
                .filter(line -> line.startsWith(BIND))
                .map(AddressCheck::endpoint)
                .toList();
    }

    private static String endpoint(String line) {
        return line.startsWith(BIND) ? line.substring(BIND.length()).split(" ", 2)[0] : "";
    }
}
