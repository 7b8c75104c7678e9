package io.lbaas.driver.haproxy.device;

import io.lbaas.driver.haproxy.DeviceSettings;
import io.lbaas.driver.haproxy.config.LoadBalancerRenderer;
import io.lbaas.driver.haproxy.config.RenderedConfig;
import io.lbaas.driver.haproxy.config.SupportCheck;
import io.lbaas.driver.host.Decision;
import io.lbaas.driver.host.store.ConfigFile;
import io.lbaas.driver.host.store.ConfigStore;
import io.lbaas.driver.host.store.Edit;
import io.lbaas.driver.host.store.Index;
import io.lbaas.driver.spi.Change;
import io.lbaas.driver.spi.FailureKind;
import io.lbaas.driver.spi.Outcome;
import io.lbaas.driver.spi.StateAfter;
import io.lbaas.driver.spi.ValidationReport;
import io.lbaas.model.DesiredLoadBalancer;
import io.lbaas.model.DesiredLoadBalancer.Pool;
import io.lbaas.model.MonitorType;
import io.lbaas.model.ObjectRef;
import io.lbaas.model.ObjectType;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Decides what a change means: nothing to do, refused from the start, or a step. */
final class Planner {
    private static final String CANNOT_PING = "PING is not supported: the device has no program to ping with";
    private static final RenderedConfig NOTHING = new RenderedConfig(List.of(), List.of(), List.of());

    private final ConfigStore store;
    private final Scripts scripts;
    private final boolean bindsFreely;

    Planner(ConfigStore store, Scripts scripts, boolean bindsFreely) {
        this.bindsFreely = bindsFreely;
        this.store = store;
        this.scripts = scripts;
    }

    Decision<Step> decide(Change change, Instant deadline) throws IOException, InterruptedException {
        Index.Entry known = store.index().get(change.loadBalancerId());
        if (stale(change, known)) {
            return Decision.settled(
                    change,
                    Outcome.Failed.of(FailureKind.STALE_GENERATION, "The device has generation " + known.generation()));
        }
        return change instanceof Change.Apply apply ? decide(apply, deadline) : decide((Change.Remove) change, known);
    }

    private static boolean stale(Change change, Index.Entry known) {
        boolean raisesTheDead = change instanceof Change.Apply && change.generation() == known.tombstone();
        return change.generation() < known.generation() || raisesTheDead;
    }

    private Decision<Step> decide(Change.Apply apply, Instant deadline) throws IOException, InterruptedException {
        ValidationReport report = SupportCheck.check(apply.desired());
        if (!report.acceptable()) {
            String words = String.join("; ", List.copyOf(report.problems().values()));
            return Decision.settled(
                    apply,
                    new Outcome.Failed(FailureKind.UNSUPPORTED, "", words, report.problems(), StateAfter.UNCHANGED));
        }
        Map<ObjectRef, String> pings = pings(apply.desired());
        if (!pings.isEmpty() && !scripts.canPing(deadline)) {
            return Decision.settled(
                    apply, new Outcome.Failed(FailureKind.UNSUPPORTED, "", CANNOT_PING, pings, StateAfter.UNCHANGED));
        }
        RenderedConfig rendered = LoadBalancerRenderer.render(apply.desired(), apply.materials(), bindsFreely);
        ConfigFile file = ConfigFile.of(
                apply.loadBalancerId(), apply.generation(), Map.of(DeviceSettings.CONFIG, rendered.text()));
        Optional<ConfigFile> before = store.read(apply.loadBalancerId());
        if (before.filter(file::equals).filter(store::intact).isPresent()) {
            return Decision.settled(apply, Step.completed(apply, file.digest()));
        }
        return Decision.toMake(apply, new Step(apply, new Edit.Put(file), rendered, before));
    }

    private static Map<ObjectRef, String> pings(DesiredLoadBalancer tree) {
        return tree.pools().stream()
                .map(Pool::healthMonitor)
                .filter(monitor -> monitor != null && monitor.spec().type() == MonitorType.PING)
                .collect(Collectors.toMap(
                        monitor -> new ObjectRef(ObjectType.HEALTH_MONITOR, monitor.id()), monitor -> CANNOT_PING));
    }

    private Decision<Step> decide(Change.Remove remove, Index.Entry known) throws IOException {
        if (!known.present() && known.tombstone() == remove.generation()) {
            return Decision.settled(remove, Step.completed(remove, ""));
        }
        Edit edit = new Edit.Delete(remove.loadBalancerId(), remove.generation());
        return Decision.toMake(remove, new Step(remove, edit, NOTHING, store.read(remove.loadBalancerId())));
    }
}
