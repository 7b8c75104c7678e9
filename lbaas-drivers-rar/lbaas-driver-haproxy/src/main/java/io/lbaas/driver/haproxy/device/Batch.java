package io.lbaas.driver.haproxy.device;

import io.lbaas.driver.haproxy.config.ConfigObjects;
import io.lbaas.driver.haproxy.runtime.RuntimeChanges;
import io.lbaas.driver.haproxy.runtime.RuntimeRefusedException;
import io.lbaas.driver.host.Decision;
import io.lbaas.driver.host.HostException;
import io.lbaas.driver.host.store.ConfigFile;
import io.lbaas.driver.host.store.ConfigStore;
import io.lbaas.driver.host.store.Edit;
import io.lbaas.driver.host.store.Running;
import io.lbaas.driver.host.vip.DeviceVips;
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
import java.util.Optional;
import java.util.UUID;

/** Makes one batch of changes, with the device's lock held: at runtime where only members differ, or with one reload. */
final class Batch {
    private final ConfigStore store;
    private final Runner runner;
    private final Planner planner;
    private final Acceptance acceptance;
    private final DeviceVips<ConfigObjects> vips;
    private final Instant deadline;
    private final Map<Step, Outcome> outcomes = new IdentityHashMap<>();
    private boolean begun;

    Batch(
            ConfigStore store,
            Runner runner,
            Planner planner,
            Acceptance acceptance,
            DeviceVips<ConfigObjects> vips,
            Instant deadline) {
        this.store = store;
        this.runner = runner;
        this.planner = planner;
        this.acceptance = acceptance;
        this.vips = vips;
        this.deadline = deadline;
    }

    List<Outcome> apply(List<Change> changes) throws IOException, InterruptedException, DeviceException {
        List<Decision<Step>> decisions = new ArrayList<>();
        for (Change change : changes) {
            decisions.add(planner.decide(change, deadline));
        }
        List<Step> steps = Decision.steps(decisions);
        try {
            vips.leave(Decision.removals(decisions), deadline);
            make(steps);
            clean(steps);
            return outcomes(decisions, vips.make(Decision.inForce(decisions), deadline));
        } catch (IOException e) {
            if (begun) {
                throw lost(e);
            }
            throw e;
        }
    }

    /** A configuration is in force also where the device lacks addresses that it binds. */
    private List<Outcome> outcomes(List<Decision<Step>> decisions, Map<InetAddress, String> missing)
            throws IOException {
        List<Outcome> all = new ArrayList<>();
        for (Decision<Step> decision : decisions) {
            Outcome outcome = decision.step() == null ? decision.outcome() : outcomes.get(decision.step());
            if (outcome instanceof Outcome.Completed && !missing.isEmpty()) {
                UUID id = decision.change().loadBalancerId();
                outcome = DeviceVips.lacking(id, vips.of(id), missing, StateAfter.PARTIAL)
                        .orElse(outcome);
            }
            all.add(outcome);
        }
        return all;
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

    private void install(List<Step> steps) throws IOException {
        begun = true;
        store.install(edits(steps));
    }

    private void make(List<Step> steps) throws IOException, InterruptedException, DeviceException {
        Optional<Running> known = known();
        for (Step step : steps) {
            if (step.edit() instanceof Edit.Put put) {
                store.stage(put.file(), step.rendered().files());
            }
        }
        if (known.isPresent() && makeAtRuntime(steps, known.get())) {
            return;
        }
        Acceptance.Verdict verdict = acceptance.judge(steps, deadline);
        outcomes.putAll(verdict.refused());
        if (!verdict.accepted().isEmpty() || known().isEmpty()) {
            reload(verdict.accepted());
        }
    }

    /** What the worker runs, empty where that may not be what the files hold. */
    private Optional<Running> known() throws IOException {
        String loaded = runner.worker().identity(deadline).revision();
        return store.running()
                .filter(running ->
                        running.loaded().equals(loaded) && running.current().equals(store.revision()));
    }

    private boolean makeAtRuntime(List<Step> steps, Running running) throws IOException {
        List<RuntimeChanges> changes = new ArrayList<>();
        for (Step step : steps) {
            Optional<ConfigFile> before = step.before().filter(store::intact);
            Optional<RuntimeChanges> change = before.isEmpty()
                    ? Optional.empty()
                    : RuntimeChanges.between(
                            before.get().lines(), step.rendered().lines(), store::named);
            if (change.isEmpty()) {
                return false;
            }
            changes.add(change.get());
        }
        install(steps);
        Map<String, String> names = running.names();
        try {
            for (RuntimeChanges change : changes) {
                names = runner.worker().perform(change, names, deadline);
            }
        } catch (RuntimeRefusedException e) {
            store.rollback();
            restage(steps);
            return false;
        }
        commit(steps, running.loaded(), names);
        return true;
    }

    private void restage(List<Step> steps) throws IOException {
        for (Step step : steps) {
            if (step.edit() instanceof Edit.Put put) {
                store.stage(put.file(), step.rendered().files());
            }
        }
    }

    private void reload(List<Step> steps) throws IOException, InterruptedException, DeviceException {
        String revision = store.revisionAfter(edits(steps));
        install(steps);
        try {
            runner.reload(revision, deadline);
            commit(steps, revision, Map.of());
        } catch (ReloadRefusedException e) {
            steps.forEach(step -> outcomes.put(step, step.refused(e.complaints(), StateAfter.ROLLED_BACK)));
            store.rollback();
            restore();
        }
    }

    /** The files are those of the last good configuration again; the master has to leave its failed state too. */
    private void restore() throws IOException, InterruptedException, DeviceException {
        try {
            runner.reload(store.revision(), deadline);
            store.commit(List.of(), store.revision());
        } catch (ReloadRefusedException e) {
            throw new DeviceException(
                    FailureKind.TRANSIENT,
                    "HAProxy serves its last good configuration but cannot load it again",
                    StateAfter.UNKNOWN);
        }
    }

    private void commit(List<Step> steps, String loaded, Map<String, String> names) throws IOException {
        store.commit(edits(steps), loaded, names);
        steps.forEach(step -> outcomes.put(step, step.completed()));
    }

    private static List<Edit> edits(List<Step> steps) {
        return steps.stream().map(Step::edit).toList();
    }
}
