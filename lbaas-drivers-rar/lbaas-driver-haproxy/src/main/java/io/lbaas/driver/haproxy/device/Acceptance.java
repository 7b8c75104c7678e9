package io.lbaas.driver.haproxy.device;

import io.lbaas.driver.haproxy.process.Complaint;
import io.lbaas.driver.haproxy.process.ConfigCheck;
import io.lbaas.driver.haproxy.runtime.Worker;
import io.lbaas.driver.host.Host;
import io.lbaas.driver.host.store.ConfigStore;
import io.lbaas.driver.host.store.Edit;
import io.lbaas.driver.spi.Outcome;
import io.lbaas.driver.spi.StateAfter;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Finds the steps that HAProxy accepts all together; where its words name one load balancer, only that one is out. */
final class Acceptance {
    private final ConfigStore store;
    private final ConfigCheck haproxy;
    private final AddressCheck addresses;

    Acceptance(Host host, ConfigStore store, ConfigCheck haproxy, Worker worker) {
        this.store = store;
        this.haproxy = haproxy;
        addresses = new AddressCheck(host, store, haproxy, worker);
    }

    /**
     * What HAProxy said to steps whose files are staged.
     *
     * @param accepted to be installed
     * @param refused the outcomes of the others
     */
    record Verdict(List<Step> accepted, Map<Step, Outcome> refused) {}

    Verdict judge(List<Step> steps, Instant deadline) throws IOException, InterruptedException {
        List<Step> accepted = new ArrayList<>(steps);
        Map<Step, Outcome> refused = new HashMap<>();
        List<Complaint> complaints = complaints(accepted, deadline);
        while (!complaints.isEmpty()) {
            List<Step> blamed = blamed(accepted, complaints);
            for (Step step : blamed) {
                refused.put(step, step.refused(complaints, StateAfter.UNCHANGED));
            }
            accepted.removeAll(blamed);
            complaints = accepted.isEmpty() ? List.of() : complaints(accepted, deadline);
        }
        return new Verdict(accepted, refused);
    }

    private List<Complaint> complaints(List<Step> steps, Instant deadline) throws IOException, InterruptedException {
        List<Edit> edits = steps.stream().map(Step::edit).toList();
        List<Complaint> complaints = haproxy.check(store.filesAfter(edits), deadline);
        return complaints.isEmpty() ? addresses.check(steps, deadline) : complaints;
    }

    private static List<Step> blamed(List<Step> steps, List<Complaint> complaints) {
        List<Step> blamed = steps.stream()
                .filter(step -> complaints.stream().anyMatch(step::blamedBy))
                .toList();
        return blamed.isEmpty() ? steps : blamed;
    }
}
