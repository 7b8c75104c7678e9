package io.lbaas.web.fault;

import io.lbaas.web.fault.Failure.Form;
import io.lbaas.web.request.CanonicalPath;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** The interfaces that have a form of failure of their own, by their paths. */
final class Forms {

    private static final Map<Pattern, Form> BY_PATH = Map.of(
            Pattern.compile("admin/.*"), Form.PROBLEM,
            Pattern.compile("v2/lbaas/(?:lb/|agents|extensions|service-providers).*"), Form.NEUTRON);

    private Forms() {}

    /** The form for a path, in any of its spellings. */
    static Optional<Form> of(String path) {
        String canonical = CanonicalPath.of(path);
        return BY_PATH.entrySet().stream()
                .filter(entry -> entry.getKey().matcher(canonical).matches())
                .map(Map.Entry::getValue)
                .findFirst();
    }
}
