package io.lbaas.driver.netscaler.device;

import io.lbaas.driver.netscaler.config.NitroObject;
import java.util.ArrayList;
import java.util.List;

/**
 * One thing to be done on the appliance.
 *
 * @param object as it shall be, or as it is where it is taken away
 * @param before as it was, null where there was none
 * @param undo what makes it as it was
 */
record Step(Verb verb, NitroObject object, NitroObject before, List<Step> undo) {

    /** How NITRO is told. */
    enum Verb {
        ADD,
        BIND,
        UPDATE,
        /** Sets attributes back to what they are without us. */
        UNSET,
        /** Enables or disables. */
        SWITCH,
        UNBIND,
        DELETE;

        /** Whether several of one kind can be told in one request, all or none of which is done. */
        boolean bulk() {
            return this == ADD || this == BIND;
        }
    }

    private static Step last(Verb verb, NitroObject object, NitroObject before) {
        return new Step(verb, object, before, List.of());
    }

    static Step add(NitroObject object) {
        return new Step(Verb.ADD, object, null, List.of(last(Verb.DELETE, object, object)));
    }

    static Step bind(NitroObject object) {
        return new Step(Verb.BIND, object, null, List.of(last(Verb.UNBIND, object, object)));
    }

    static Step unbind(NitroObject object) {
        return new Step(Verb.UNBIND, object, object, restore(List.of(object)));
    }

    /** What belongs to an entity goes with it. */
    static Step delete(NitroObject entity, List<NitroObject> children) {
        List<Step> undo = new ArrayList<>(List.of(last(Verb.ADD, entity, null)));
        undo.addAll(restore(children));
        return new Step(Verb.DELETE, entity, entity, List.copyOf(undo));
    }

    static Step update(NitroObject before, NitroObject after) {
        return new Step(Verb.UPDATE, after, before, List.of(last(Verb.UPDATE, before, after)));
    }

    static Step unset(NitroObject before, NitroObject after) {
        return new Step(Verb.UNSET, after, before, List.of(last(Verb.UPDATE, before, after)));
    }

    static Step turn(NitroObject before, NitroObject after) {
        return new Step(Verb.SWITCH, after, before, List.of(last(Verb.SWITCH, before, after)));
    }

    private static List<Step> restore(List<NitroObject> children) {
        List<Step> steps = new ArrayList<>();
        for (NitroObject child : children) {
            steps.add(last(child.type().binding() ? Verb.BIND : Verb.UPDATE, child, null));
            if (drained(child)) {
                steps.add(last(Verb.SWITCH, child, null));
            }
        }
        return steps;
    }

    /** A member whose connections are let end: binding it cannot say so. */
    static boolean drained(NitroObject member) {
        return member.value("graceful").equals("YES");
    }

    /** Whether this can be told together with another. */
    boolean joins(Step other) {
        return verb.bulk() && verb == other.verb && object.type() == other.object.type();
    }
}
