package io.lbaas.driver.nginx.device;

import io.lbaas.driver.host.Decision;
import io.lbaas.driver.host.HostException;
import io.lbaas.driver.host.store.ConfigStore;
import io.lbaas.driver.host.store.Edit;
import io.lbaas.driver.host.vip.DeviceVips;
import io.lbaas.driver.nginx.config.ConfigObjects;
import io.lbaas.driver.nginx.device.Acceptance.Verdict;
import io.lbaas.driver.spi.Change;
import io.lbaas.driver.spi.FailureKind;
import io.lbaas.driver.spi.Outcome;
import io.lbaas.driver.spi.StateAfter;
import java.io.IOException;
import java.net.InetAddress;
import java.time.Instant;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Makes one batch of changes with one reload, with the device's lock held. */
final class Batch {
    private final ConfigStore store;
    private final Runner runner;
    private final Acceptance acceptance;
    private final DeviceVips<ConfigObjects> vips;
    private final Instant deadline;
    private final Map<Step, Outcome> outcomes = new IdentityHashMap<>();
    private boolean begun;

    Batch(ConfigStore store, Runner runner, Acceptance acceptance, DeviceVips<ConfigObjects> vips, Instant deadline) {
        this.store = store;
        this.runner = runner;
        this.acceptance = acceptance;
        this.vips = vips;
        this.deadline = deadline;
    }

    List<Outcome> apply(List<Change> changes) throws IOException, InterruptedException, DeviceException {
        Planner planner = new Planner(store);
        List<Decision<Step>> decisions = new ArrayList<>();
        for (Change change : changes) {
            decisions.add(planner.decide(change));
        }
        List<Step> steps = Decision.steps(decisions);
        try {
            vips.leave(Decision.removals(decisions), deadline);
            Map<Step, Outcome> lacking = lacking(steps);
            outcomes.putAll(lacking);
            make(steps.stream().filter(step -> !lacking.containsKey(step)).toList());
            clean(steps);
            vips.make(Decision.inForce(decisions), deadline);
        } catch (IOException e) {
            if (begun) {
                throw lost(e);
            }
            throw e;
        }
        return decisions.stream()
                .map(decision -> decision.step() == null ? decision.outcome() : outcomes.get(decision.step()))
                .toList();
    }

    /** Adds the addresses that steps need, as nginx binds none that is not there; the outcomes of those that cannot have them. */
    private Map<Step, Outcome> lacking(List<Step> steps) throws IOException, InterruptedException {
        Set<InetAddress> needed =
                steps.stream().flatMap(step -> step.addresses().stream()).collect(Collectors.toSet());
        Map<InetAddress, String> missing = vips.add(needed, deadline);
        Map<Step, Outcome> lacking = new IdentityHashMap<>();
        steps.forEach(step -> DeviceVips.lacking(
                        step.change().loadBalancerId(), step.addresses(), missing, StateAfter.UNCHANGED)
                .ifPresent(outcome -> lacking.put(step, outcome)));
        return lacking;
    }

    /** Of what was begun it is not known how far it came; the next change undoes it. */
    private static DeviceException lost(IOException cause) {
        return new DeviceException(FailureKind.TIMEOUT_UNKNOWN, HostException.wordsOf(cause), StateAfter.UNKNOWN);
    }

    private void clean(List<Step> steps) throws IOException {
        for (Step step : steps) {
            if (step.namesFiles()) {
                store.clean(step.change().loadBalancerId());
            }
        }
    }

    private void make(List<Step> steps) throws IOException, InterruptedException, DeviceException {
        stage(steps);
        Verdict verdict = acceptance.judge(steps, deadline);
        while (!verdict.accepted().isEmpty() || !known()) {
            try {
                reload(verdict.accepted());
                break;
            } catch (ReloadRefusedException e) {
                keepLastGood();
                verdict = Acceptance.without(verdict, e.complaints(), StateAfter.ROLLED_BACK);
                stage(verdict.accepted());
            }
        }
        outcomes.putAll(verdict.refused());
    }

    private void stage(List<Step> steps) throws IOException {
        for (Step step : steps) {
            if (step.edit() instanceof Edit.Put put) {
                store.stage(put.file(), step.rendered().files());
            }
        }
    }

    /** Whether the workers are known to run what the files hold. */
    private boolean known() throws IOException {
        String loaded = runner.workers().revision(deadline);
        return store.running()
                .filter(running ->
                        running.loaded().equals(loaded) && running.current().equals(store.revision()))
                .isPresent();
    }

    private void reload(List<Step> steps)
            throws IOException, InterruptedException, DeviceException, ReloadRefusedException {
        List<Edit> edits = steps.stream().map(Step::edit).toList();
        String revision = store.revisionAfter(edits);
        begun = true;
        store.install(edits);
        runner.reload(revision, deadline);
        store.commit(edits, revision);
        steps.forEach(step -> outcomes.put(step, step.completed()));
    }

    /** nginx goes on with what it has; where that is what the files held before, nothing else is to be done. */
    private void keepLastGood() throws IOException {
        store.rollback();
        runner.write(store.revision());
        if (runner.workers().revision(deadline).equals(store.revision())) {
            store.commit(List.of(), store.revision());
        }
    }
}
