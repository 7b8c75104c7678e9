package io.lbaas.driver.bigip.device;

import io.lbaas.driver.bigip.declaration.Declared;
import io.lbaas.driver.bigip.declaration.Mark;
import io.lbaas.driver.bigip.declaration.Names;
import io.lbaas.driver.bigip.declaration.SupportCheck;
import io.lbaas.driver.spi.Change;
import io.lbaas.driver.spi.FailureKind;
import io.lbaas.driver.spi.Outcome;
import io.lbaas.driver.spi.StateAfter;
import io.lbaas.driver.spi.ValidationReport;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Submits changes in one declaration.
 *
 * @param snat how the device hides clients from members
 * @param pollAfter when to ask after the task
 */
public record Changes(Appsvcs appsvcs, Icontrol icontrol, String snat, Duration pollAfter) {
    /**
     * In place of a key, for a tenant that is not there. AS3 compares keys only where there is a tenant, so that one
     * that somebody else has made meanwhile is not overwritten.
     */
    private static final String ABSENT = "absent";

    /** One outcome for each change, in the same order. */
    public List<Outcome> apply(List<Change> changes) {
        Outcome[] outcomes = new Outcome[changes.size()];
        for (int i = 0; i < outcomes.length; i++) {
            outcomes[i] = unsupported(changes.get(i));
        }
        try {
            submit(changes, outcomes);
        } catch (DeviceException e) {
            fill(outcomes, e.outcome());
        }
        return Arrays.asList(outcomes);
    }

    private static void fill(Outcome[] outcomes, Outcome outcome) {
        for (int i = 0; i < outcomes.length; i++) {
            outcomes[i] = outcomes[i] == null ? outcome : outcomes[i];
        }
    }

    private static Outcome unsupported(Change change) {
        ValidationReport report = change instanceof Change.Apply apply
                ? SupportCheck.check(apply.desired())
                : new ValidationReport(Map.of());
        return report.acceptable()
                ? null
                : new Outcome.Failed(
                        FailureKind.UNSUPPORTED, "", "Not supported", report.problems(), StateAfter.UNCHANGED);
    }

    private void submit(List<Change> changes, Outcome[] outcomes) throws DeviceException {
        List<Integer> open = open(outcomes);
        if (open.isEmpty()) {
            return;
        }
        Instant deadline =
                changes.stream().map(Change::deadline).min(Instant::compareTo).orElseThrow();
        icontrol.requireActive(deadline);
        Map<String, JsonObject> tenants = appsvcs.tenants(
                open.stream()
                        .map(i -> Names.tenant(changes.get(i).loadBalancerId()))
                        .toList(),
                deadline);
        Map<String, String> keys = new HashMap<>();
        for (int i : open) {
            String name = Names.tenant(changes.get(i).loadBalancerId());
            JsonObject tenant = tenants.get(name);
            outcomes[i] = Optional.ofNullable(tenant)
                    .flatMap(Mark::of)
                    .flatMap(mark -> settled(changes.get(i), mark))
                    .orElse(null);
            keys.put(name, tenant == null ? ABSENT : tenant.getString("optimisticLockKey", ABSENT));
        }
        List<Integer> wanted = open(outcomes);
        if (wanted.isEmpty()) {
            return;
        }
        List<Declared> declared =
                wanted.stream().map(i -> Declared.of(changes.get(i), snat)).toList();
        String task = appsvcs.submit(Declared.declaration(declared, keys), deadline);
        for (int i = 0; i < declared.size(); i++) {
            outcomes[wanted.get(i)] =
                    new Outcome.Pending(Token.of(task, declared.get(i)).written(), pollAfter);
        }
    }

    private static List<Integer> open(Outcome[] outcomes) {
        List<Integer> open = new ArrayList<>();
        for (int i = 0; i < outcomes.length; i++) {
            if (outcomes[i] == null) {
                open.add(i);
            }
        }
        return open;
    }

    /**
     * What becomes of a change because of what is there already. The same generation once more is declared again, for
     * that repairs what was changed behind AS3's back.
     */
    private static Optional<Outcome> settled(Change change, Mark known) {
        boolean removal = change instanceof Change.Remove;
        if (change.generation() == known.generation() && known.tombstone() && removal) {
            return Optional.of(new Outcome.Completed(known.generation(), "", Map.of()));
        }
        boolean stale = change.generation() < known.generation()
                || (change.generation() == known.generation() && known.tombstone());
        return stale ? Optional.of(stale(known)) : Optional.empty();
    }

    static Outcome.Failed stale(Mark known) {
        return Outcome.Failed.of(FailureKind.STALE_GENERATION, "The device has generation " + known.generation());
    }
}
