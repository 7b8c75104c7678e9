package io.lbaas.driver.nginx.device;

import io.lbaas.driver.host.store.ConfigStore;
import io.lbaas.driver.host.store.Edit;
import io.lbaas.driver.nginx.process.Complaint;
import io.lbaas.driver.nginx.process.ConfigCheck;
import io.lbaas.driver.spi.Outcome;
import io.lbaas.driver.spi.StateAfter;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Finds the steps that nginx accepts all together; where its words name one load balancer, only that one is out. */
final class Acceptance {
    private final ConfigStore store;
    private final ConfigCheck nginx;

    Acceptance(ConfigStore store, ConfigCheck nginx) {
        this.store = store;
        this.nginx = nginx;
    }

    /**
     * What nginx said to steps whose files are staged.
     *
     * @param accepted to be installed
     * @param refused the outcomes of the others
     */
    record Verdict(List<Step> accepted, Map<Step, Outcome> refused) {}

    Verdict judge(List<Step> steps, Instant deadline) throws IOException, InterruptedException {
        Verdict verdict = new Verdict(steps, Map.of());
        while (!verdict.accepted().isEmpty()) {
            List<Edit> edits = verdict.accepted().stream().map(Step::edit).toList();
            List<Complaint> complaints = nginx.check(store.filesAfter(edits), deadline);
            if (complaints.isEmpty()) {
                return verdict;
            }
            verdict = without(verdict, complaints, StateAfter.UNCHANGED);
        }
        return verdict;
    }

    /** Sorts out the steps that complaints speak of, or all where they speak of none. */
    static Verdict without(Verdict verdict, List<Complaint> complaints, StateAfter stateAfter) {
        List<Step> accepted = new ArrayList<>(verdict.accepted());
        accepted.removeIf(step -> complaints.stream().anyMatch(step::blamedBy));
        if (accepted.size() == verdict.accepted().size()) {
            accepted.clear();
        }
        Map<Step, Outcome> refused = new HashMap<>(verdict.refused());
        verdict.accepted().stream()
                .filter(step -> !accepted.contains(step))
                .forEach(step -> refused.put(step, step.refused(complaints, stateAfter)));
        return new Verdict(accepted, refused);
    }
}
