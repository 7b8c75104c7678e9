package io.lbaas.driver.noop;

import io.lbaas.driver.spi.Change;
import io.lbaas.driver.spi.FailureKind;
import io.lbaas.driver.spi.Outcome;
import io.lbaas.driver.spi.StateAfter;
import io.lbaas.model.ObjectRef;
import io.lbaas.model.ObjectType;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Which changes fail.
 *
 * @param kind null for none
 * @param address of the members at fault, null for whole changes
 * @param times how many changes fail
 */
record FaultPlan(FailureKind kind, Pattern address, int times) {

    static FaultPlan of(String fail, String times) {
        String[] parts = fail.split(":", 2);
        return new FaultPlan(
                fail.isEmpty() ? null : FailureKind.valueOf(parts[0]),
                parts.length < 2 ? null : Pattern.compile(parts[1]),
                times.isEmpty() ? Integer.MAX_VALUE : Integer.parseInt(times));
    }

    /** How this change fails, or empty where it does not. */
    Optional<Outcome.Failed> strike(Change change) {
        if (kind == null) {
            return Optional.empty();
        }
        Map<ObjectRef, String> blamed = blamed(change);
        if (address != null && blamed.isEmpty()) {
            return Optional.empty();
        }
        StateAfter after = kind == FailureKind.TIMEOUT_UNKNOWN ? StateAfter.UNKNOWN : StateAfter.UNCHANGED;
        return Optional.of(new Outcome.Failed(kind, "NOOP-" + kind, "Told to fail", blamed, after));
    }

    private Map<ObjectRef, String> blamed(Change change) {
        Map<ObjectRef, String> blamed = new LinkedHashMap<>();
        if (address != null && change instanceof Change.Apply apply) {
            apply.desired().pools().stream()
                    .flatMap(pool -> pool.members().stream())
                    .filter(member -> address.matcher(member.spec().address()).matches())
                    .forEach(member -> blamed.put(
                            new ObjectRef(ObjectType.MEMBER, member.id()),
                            "Told to refuse " + member.spec().address()));
        }
        return blamed;
    }
}
