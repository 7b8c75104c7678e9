package io.lbaas.web.fault;

import io.lbaas.web.fault.Failure.Form;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** The interfaces that have a form of failure of their own, by their paths. */
final class Forms {

    private static final Map<Pattern, Form> BY_PATH = Map.of(
            Pattern.compile("/admin/.*"), Form.PROBLEM,
            Pattern.compile("(?:/load-balancer)?/v2(?:\\.0)?(?:/lbaas)?/(?:lb/|agents|extensions|service-providers).*"),
                    Form.NEUTRON);

    private Forms() {}

    static Optional<Form> of(String path) {
        return BY_PATH.entrySet().stream()
                .filter(entry -> entry.getKey().matcher(path).matches())
                .map(Map.Entry::getValue)
                .findFirst();
    }
}
