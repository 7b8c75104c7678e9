package io.lbaas.driver.netscaler.device;

import io.lbaas.driver.netscaler.config.Config;
import io.lbaas.driver.netscaler.config.LoadBalancerMapper;
import io.lbaas.driver.netscaler.config.SupportCheck;
import io.lbaas.driver.netscaler.device.Mark.State;
import io.lbaas.driver.netscaler.nitro.NitroClient;
import io.lbaas.driver.netscaler.nitro.NitroException;
import io.lbaas.driver.spi.Change;
import io.lbaas.driver.spi.FailureKind;
import io.lbaas.driver.spi.Outcome;
import io.lbaas.driver.spi.StateAfter;
import io.lbaas.driver.spi.ValidationReport;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Makes the change of one load balancer, while no other agent changes the appliance. */
final class ChangeRunner {
    private static final Logger LOG = System.getLogger(ChangeRunner.class.getName());
    private final NitroClient nitro;
    private final Marks marks;
    /** Until when the appliance is ours. */
    private final Instant lease;

    ChangeRunner(NitroClient nitro, Marks marks, Instant lease) {
        this.nitro = nitro;
        this.marks = marks;
        this.lease = lease;
    }

    Outcome run(Change change) {
        Optional<Mark> mark = marks.get(change.loadBalancerId());
        if (stale(change, mark)) {
            return Outcome.Failed.of(
                    FailureKind.STALE_GENERATION,
                    "The device has generation " + mark.orElseThrow().generation());
        }
        if (change instanceof Change.Apply apply) {
            ValidationReport report = SupportCheck.check(apply.desired());
            return report.acceptable()
                    ? apply(apply, mark)
                    : new Outcome.Failed(
                            FailureKind.UNSUPPORTED, "", "Not supported", report.problems(), StateAfter.UNCHANGED);
        }
        return remove(change, mark);
    }

    private static boolean stale(Change change, Optional<Mark> mark) {
        return mark.isPresent()
                && (change.generation() < mark.get().generation()
                        || (change instanceof Change.Apply
                                && mark.get().dead()
                                && change.generation() == mark.get().generation()));
    }

    private Outcome apply(Change.Apply change, Optional<Mark> mark) {
        LoadBalancerMapper.Mapped mapped = LoadBalancerMapper.map(change.desired(), change.materials());
        boolean enabled = change.desired().spec().adminStateUp();
        Mark wanted = new Mark(
                State.APPLIED, change.generation(), enabled, mapped.config().digest());
        return transition(change, mark, wanted, mapped);
    }

    private Outcome remove(Change change, Optional<Mark> mark) {
        Mark wanted = new Mark(State.REMOVED, change.generation(), false, "");
        return transition(change, mark, wanted, new LoadBalancerMapper.Mapped(new Config(), List.of()));
    }

    private Outcome transition(Change change, Optional<Mark> mark, Mark wanted, LoadBalancerMapper.Mapped mapped) {
        UUID id = change.loadBalancerId();
        Instant deadline = change.deadline().isBefore(lease) ? change.deadline() : lease;
        Executor executor = new Executor(new Calls(nitro, deadline), new Calls(nitro, lease));
        boolean begun = false;
        try {
            // What has no mark was never here, unless somebody removed the mark; adding it then finds what is there.
            boolean unknown = mark.isEmpty() && change instanceof Change.Apply;
            Config actual = unknown ? new Config() : new ConfigReader(nitro, deadline).read(id);
            List<Step> steps = Plan.between(actual, mapped.config());
            if (!steps.isEmpty()) {
                State intent = wanted.state() == State.REMOVED ? State.REMOVING : State.APPLYING;
                begun = true;
                marks.put(id, new Mark(intent, wanted.generation(), wanted.enabled(), ""), deadline);
                CertificateStore certificates = new CertificateStore(nitro, deadline);
                certificates.install(mapped.certificates());
                executor.run(steps);
            }
            if (!mark.equals(Optional.of(wanted)) || begun) {
                begun = true;
                marks.put(id, wanted, deadline);
            }
            clean(steps, deadline);
            return new Outcome.Completed(wanted.generation(), wanted.digest(), Map.of());
        } catch (NitroException e) {
            return failed(id, mark, begun, e, executor);
        }
    }

    private Outcome.Failed failed(
            UUID id, Optional<Mark> mark, boolean begun, NitroException failure, Executor executor) {
        StateAfter after = executor.undo(failure);
        boolean asBefore = after == StateAfter.ROLLED_BACK || after == StateAfter.UNCHANGED;
        // Where NetScaler does not answer, the mark cannot be put back, and trying to would take the time of others.
        if (begun && asBefore && !failure.cutOff()) {
            after = restore(id, mark, failure, after);
        }
        return new Outcome.Failed(failure.kind(), failure.code(), failure.getMessage(), Map.of(), after);
    }

    private StateAfter restore(UUID id, Optional<Mark> mark, NitroException failure, StateAfter after) {
        try {
            if (mark.isPresent()) {
                marks.put(id, mark.get(), lease);
            } else {
                marks.delete(id, lease);
            }
            return after;
        } catch (NitroException e) {
            failure.addSuppressed(e);
            return StateAfter.PARTIAL;
        }
    }

    /** A certificate that stays behind does no harm, and is found again when it is needed. */
    private void clean(List<Step> steps, Instant deadline) {
        List<String> freed = Freed.by(steps);
        try {
            new CertificateStore(nitro, deadline).removeUnused(freed);
        } catch (NitroException e) {
            LOG.log(Level.WARNING, "Certificates that are not used any more stay on the appliance: " + freed, e);
        }
    }
}
