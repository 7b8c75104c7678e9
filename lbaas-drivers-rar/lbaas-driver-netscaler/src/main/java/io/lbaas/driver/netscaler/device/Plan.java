package io.lbaas.driver.netscaler.device;

import io.lbaas.driver.netscaler.config.Attribute.Role;
import io.lbaas.driver.netscaler.config.Config;
import io.lbaas.driver.netscaler.config.NitroObject;
import io.lbaas.driver.netscaler.config.NitroType;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The steps from what is there to what shall be: the new is made before the old goes, but where both want one address.
 */
final class Plan {
    private static final String TLS = "SSL";
    private final Config actual;
    private final Config desired;
    private final List<Step> steps = new ArrayList<>();
    private final Set<String> gone = new HashSet<>();

    private Plan(Config actual, Config desired) {
        this.actual = actual;
        this.desired = desired;
    }

    static List<Step> between(Config actual, Config desired) {
        boolean beyondUpdates = desired.inOrder().stream()
                .anyMatch(object ->
                        object.type().entity() && actual.contains(object) && !fixedAlike(actual.like(object), object));
        if (!beyondUpdates) {
            return new Plan(actual, desired).make();
        }
        // Somebody else made it anew under our name, and things refer to it that would have to be made anew as well.
        List<Step> all = new ArrayList<>(new Plan(actual, new Config()).make());
        all.addAll(new Plan(new Config(), desired).make());
        return all;
    }

    private static boolean fixedAlike(NitroObject one, NitroObject other) {
        return one.same(other, Role.FIXED) && one.same(other, Role.QUALIFIER);
    }

    private List<Step> make() {
        List<NitroObject> implied = new ArrayList<>();
        unbindChanged();
        for (NitroObject object : desired.inOrder()) {
            NitroObject before = gone.contains(object.identity()) ? null : actual.like(object);
            if (before == null) {
                create(object, implied);
            } else {
                change(before, object);
            }
        }
        List<NitroObject> doomed = new ArrayList<>(actual.inOrder().stream()
                .filter(object -> !desired.contains(object))
                .toList());
        doomed.addAll(implied);
        Collections.reverse(doomed);
        doomed.forEach(this::takeAway);
        return steps;
    }

    /** Bindings cannot be changed; those that must be are all undone first, for they may exchange their priorities. */
    private void unbindChanged() {
        for (NitroObject object : desired.inOrder()) {
            NitroObject before = actual.like(object);
            if (object.type().binding() && before != null && !fixedAlike(before, object)) {
                unbind(before);
            }
        }
    }

    private void unbind(NitroObject object) {
        steps.add(Step.unbind(object));
        gone.add(object.identity());
    }

    private void create(NitroObject object, List<NitroObject> implied) {
        if (object.type().entity()) {
            actual.inOrder().stream()
                    .filter(other -> !desired.contains(other) && sameAddress(other, object))
                    .forEach(this::takeAway);
            steps.add(Step.add(object));
            if (object.value("servicetype").equals(TLS)) {
                implied.add(defaultCiphers(object));
            }
        } else if (object.type().binding()) {
            if (object.type() == NitroType.CS_SERVER_DEFAULT) {
                // There can be one only.
                actual.children(object).stream()
                        .filter(other -> other.type() == object.type())
                        .forEach(this::takeAway);
            }
            steps.add(Step.bind(object));
            if (Step.drained(object)) {
                steps.add(Step.turn(object, object));
            }
        } else {
            steps.add(Step.update(object, object));
        }
    }

    /** What a server or group that speaks TLS has from its beginning. */
    private static NitroObject defaultCiphers(NitroObject entity) {
        boolean group = entity.type() == NitroType.SERVICE_GROUP;
        NitroType type = group ? NitroType.SSL_SERVICE_GROUP_CIPHER : NitroType.SSL_SERVER_CIPHER;
        String ciphers = group ? "DEFAULT_BACKEND" : "DEFAULT";
        return NitroObject.of(type, type.nameAttribute(), entity.name(), "ciphername", ciphers);
    }

    private static boolean sameAddress(NitroObject one, NitroObject other) {
        return !one.value("port").isEmpty()
                && one.type().entity()
                && other.type().entity()
                && !one.value("port").equals("0")
                && one.value("port").equals(other.value("port"))
                && one.value("ipv46").equals(other.value("ipv46"));
    }

    private void change(NitroObject before, NitroObject after) {
        if (!before.same(after, Role.SETTING)) {
            Set<String> lacking = after.lacking(before);
            if (!after.only(Role.SETTING).isEmpty()) {
                steps.add(Step.update(before, after));
            }
            if (!lacking.isEmpty()) {
                steps.add(Step.unset(before, after));
            }
        }
        if (!before.same(after, Role.SWITCH)) {
            steps.add(Step.turn(before, after));
        }
    }

    private void takeAway(NitroObject object) {
        NitroObject parent = actual.parent(object);
        boolean goesWithParent = !object.type().entity() && parent != null && !desired.contains(parent);
        if (gone.contains(object.identity()) || goesWithParent) {
            return;
        }
        if (object.type().entity()) {
            steps.add(Step.delete(object, actual.children(object)));
            gone.add(object.identity());
        } else if (object.type().binding()) {
            unbind(object);
        }
    }
}
