package io.lbaas.driver.bigip.declaration;

import io.lbaas.model.ObjectRef;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Rules about one object; the first that does not hold is its problem. Messages never repeat a tenant's text. */
record Rules(ObjectRef object, Map<ObjectRef, String> problems) {
    void holds(boolean condition, String otherwise) {
        if (!condition) {
            problems.putIfAbsent(object, otherwise);
        }
    }

    <T> void supported(Set<T> values, T value) {
        holds(values.contains(value), value + " is not supported");
    }

    /** Refuses what is lacking, by name. */
    void none(List<String> lacking) {
        lacking.forEach(lack -> holds(false, lack + " is not supported"));
    }

    void matches(String what, String pattern, String text) {
        holds(text != null && text.matches(pattern), what + " is not valid");
    }

    /** As above where there is a value at all. */
    void matchesIfGiven(String what, String pattern, String text) {
        if (text != null) {
            matches(what, pattern, text);
        }
    }

    /** Whether a value can be read at all. */
    void fits(String what, Runnable reading) {
        try {
            reading.run();
        } catch (IllegalArgumentException e) {
            holds(false, what + " is not valid: " + e.getMessage());
        }
    }
}
