package io.lbaas.driver.netscaler.device;

import io.lbaas.driver.netscaler.config.NitroType;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Finds the certificates that steps took away from servers and groups, which may be the last that used them. */
final class Freed {
    private static final Set<NitroType> BINDINGS =
            Set.of(NitroType.SSL_SERVER_CERTIFICATE, NitroType.SSL_SERVICE_GROUP_CERTIFICATE);

    private Freed() {}

    static List<String> by(List<Step> steps) {
        return steps.stream()
                .filter(step -> step.verb() == Step.Verb.UNBIND || step.verb() == Step.Verb.DELETE)
                // What undoes a deletion is what went with it.
                .flatMap(step -> Stream.concat(Stream.of(step), step.undo().stream()))
                .map(Step::object)
                .filter(object -> BINDINGS.contains(object.type()))
                .map(binding -> binding.value("certkeyname"))
                .distinct()
                .toList();
    }
}
