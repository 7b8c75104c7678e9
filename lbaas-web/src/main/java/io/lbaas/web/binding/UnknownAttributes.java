package io.lbaas.web.binding;

import io.lbaas.plugin.api.Fault;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** The refusal of names that a request may not hold. */
public final class UnknownAttributes {

    private UnknownAttributes() {}

    /**
     * Refuses names that are not known.
     *
     * @param path where the object stands in the request
     * @throws Fault INVALID, in the words of the reference implementation
     */
    public static void refuse(String path, Set<String> names, Predicate<String> known) {
        List<String> unknown = names.stream().filter(known.negate()).toList();
        if (!unknown.isEmpty()) {
            String noun = unknown.size() == 1 ? "attribute" : "attributes";
            throw Fault.invalid("Unknown " + noun + " for argument " + path + ": " + String.join(", ", unknown));
        }
    }
}
