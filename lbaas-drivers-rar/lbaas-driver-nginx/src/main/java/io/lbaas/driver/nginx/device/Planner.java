package io.lbaas.driver.nginx.device;

import io.lbaas.driver.host.Decision;
import io.lbaas.driver.host.store.ConfigFile;
import io.lbaas.driver.host.store.ConfigStore;
import io.lbaas.driver.host.store.Edit;
import io.lbaas.driver.host.store.Index;
import io.lbaas.driver.nginx.config.LoadBalancerRenderer;
import io.lbaas.driver.nginx.config.RenderedConfig;
import io.lbaas.driver.nginx.config.SupportCheck;
import io.lbaas.driver.spi.Change;
import io.lbaas.driver.spi.FailureKind;
import io.lbaas.driver.spi.Outcome;
import io.lbaas.driver.spi.StateAfter;
import io.lbaas.driver.spi.ValidationReport;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Decides what a change means: nothing to do, refused from the start, or a step. */
final class Planner {
    private final ConfigStore store;

    Planner(ConfigStore store) {
        this.store = store;
    }

    Decision<Step> decide(Change change) throws IOException {
        Index.Entry known = store.index().get(change.loadBalancerId());
        if (stale(change, known)) {
            return Decision.settled(
                    change,
                    Outcome.Failed.of(FailureKind.STALE_GENERATION, "The device has generation " + known.generation()));
        }
        return change instanceof Change.Apply apply ? decide(apply) : decide((Change.Remove) change, known);
    }

    private static boolean stale(Change change, Index.Entry known) {
        boolean raisesTheDead = change instanceof Change.Apply && change.generation() == known.tombstone();
        return change.generation() < known.generation() || raisesTheDead;
    }

    private Decision<Step> decide(Change.Apply apply) throws IOException {
        ValidationReport report = SupportCheck.check(apply.desired());
        if (!report.acceptable()) {
            String words = String.join("; ", List.copyOf(report.problems().values()));
            return Decision.settled(
                    apply,
                    new Outcome.Failed(FailureKind.UNSUPPORTED, "", words, report.problems(), StateAfter.UNCHANGED));
        }
        RenderedConfig rendered = LoadBalancerRenderer.render(apply.desired(), apply.materials());
        ConfigFile file = ConfigFile.of(apply.loadBalancerId(), apply.generation(), rendered.texts());
        Optional<ConfigFile> before = store.read(apply.loadBalancerId());
        if (before.filter(file::equals).filter(store::intact).isPresent()) {
            return Decision.settled(apply, Step.completed(apply, file.digest()));
        }
        return Decision.toMake(apply, new Step(apply, new Edit.Put(file), rendered, before));
    }

    private Decision<Step> decide(Change.Remove remove, Index.Entry known) throws IOException {
        if (!known.present() && known.tombstone() == remove.generation()) {
            return Decision.settled(remove, Step.completed(remove, ""));
        }
        Edit edit = new Edit.Delete(remove.loadBalancerId(), remove.generation());
        return Decision.toMake(
                remove, new Step(remove, edit, RenderedConfig.NOTHING, store.read(remove.loadBalancerId())));
    }
}
