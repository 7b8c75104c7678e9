package io.lbaas.web.query;

import io.lbaas.plugin.api.Fault;
import io.lbaas.web.binding.Scalars;
import io.lbaas.web.schema.ProjectAlias;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The parameters of a query string, by what they are for. */
final class Parameters {

    private static final Set<String> PAGING =
            Set.of("limit", "marker", "page_reverse", "sort", "sort_key", "sort_dir", "fields");
    private static final Set<String> TAGS = Set.of("tags", "tags-any", "not-tags", "not-tags-any");
    private static final Set<String> FLAGS = Set.of("admin_state_up", "backup", "enabled");
    private static final Map<String, String> ALIASES = Map.of("load_balancer_id", "loadbalancer_id");

    private final MultivaluedMap<String, String> parameters;

    Parameters(MultivaluedMap<String, String> parameters) {
        this.parameters = parameters;
        parameters.values().forEach(values -> values.forEach(Parameters::requireStorable));
    }

    /** The last value of a parameter, null where there is none. */
    String last(String name) {
        List<String> values = parameters.getOrDefault(name, List.of());
        return values.isEmpty() ? null : values.get(values.size() - 1);
    }

    /** The items of a comma list, which may also be spread over several parameters of that name. */
    List<String> items(String name) {
        return parameters.getOrDefault(name, List.of()).stream()
                .flatMap(value -> Arrays.stream(value.split(",", -1)))
                .filter(item -> !item.isEmpty())
                .toList();
    }

    Set<String> fields() {
        return Set.copyOf(items("fields"));
    }

    /** Everything that is not about paging. Tags become one comma list; truth values are spelled as JSON does. */
    Map<String, String> filters() {
        Map<String, String> filters = new HashMap<>();
        parameters.forEach((name, values) -> {
            if (TAGS.contains(name)) {
                filters.put(name, String.join(",", items(name)));
            } else if (!PAGING.contains(name)) {
                String attribute = ProjectAlias.resolve(ALIASES.getOrDefault(name, name));
                String wanted = FLAGS.contains(attribute)
                        ? Boolean.toString(QueryFlag.of(attribute, values.get(0)))
                        : values.get(0);
                String other = filters.put(attribute, wanted);
                if (values.size() > 1 || (other != null && !other.equals(wanted))) {
                    throw Fault.invalid("One or more arguments are either duplicate or invalid");
                }
            }
        });
        return filters;
    }

    private static void requireStorable(String value) {
        try {
            Scalars.requireStorable(value);
        } catch (IllegalArgumentException e) {
            throw Fault.invalidField("query", "", e.getMessage()).causedBy(e);
        }
    }
}
