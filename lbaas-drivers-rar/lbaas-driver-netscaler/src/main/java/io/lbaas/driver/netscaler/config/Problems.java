package io.lbaas.driver.netscaler.config;

import io.lbaas.model.ObjectRef;
import java.util.LinkedHashMap;
import java.util.Map;

/** Collects what cannot be mapped, in words, by object. */
final class Problems {
    private final Map<ObjectRef, String> byObject;

    Problems(Map<ObjectRef, String> known) {
        byObject = new LinkedHashMap<>(known);
    }

    Map<ObjectRef, String> byObject() {
        return byObject;
    }

    void unless(boolean good, ObjectRef object, String problem) {
        if (!good) {
            byObject.merge(object, problem, (one, two) -> one + "; " + two);
        }
    }

    void unlessMatches(String pattern, String text, ObjectRef object, String what) {
        unless(text == null || text.matches(pattern), object, what + " is not supported");
    }

    /** Tries something that throws where text is not fit for NetScaler. */
    void unlessFits(ObjectRef object, String what, Runnable attempt) {
        try {
            attempt.run();
        } catch (IllegalArgumentException e) {
            unless(false, object, what + " is not supported: " + e.getMessage());
        }
    }
}
