package io.lbaas.web.query;

import io.lbaas.plugin.api.Fault;
import io.lbaas.plugin.api.Query;
import io.lbaas.web.binding.Scalars;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * What the query string of a list asks for.
 *
 * @param projectId the project asked for, null for none
 * @param filters attribute to value, without the project
 * @param fields the keys wanted of each object, empty for all
 */
public record ListRequest(
        String projectId,
        Map<String, String> filters,
        Sorting sorting,
        int limit,
        String marker,
        boolean reverse,
        Set<String> fields) {

    /**
     * Reads a query string.
     *
     * @throws io.lbaas.plugin.api.Fault INVALID where a parameter cannot be read
     * @throws jakarta.ws.rs.BadRequestException where the limit or a direction cannot be read
     */
    public static ListRequest of(MultivaluedMap<String, String> parameters) {
        Parameters query = new Parameters(parameters);
        Map<String, String> filters = query.filters();
        String projectId = filters.remove("project_id");
        return new ListRequest(
                projectId,
                Map.copyOf(filters),
                Sorting.of(query),
                Paging.limit(query),
                query.last("marker"),
                "True".equals(query.last("page_reverse")),
                query.fields());
    }

    /**
     * The marker where objects are known by their ids; null where there is none.
     *
     * @throws io.lbaas.plugin.api.Fault INVALID where it is no id
     */
    public UUID markerId() {
        try {
            return marker == null ? null : Scalars.uuid(marker);
        } catch (IllegalArgumentException e) {
            throw Fault.invalid("Supplied pagination marker '" + marker + "' is not valid.")
                    .causedBy(e);
        }
    }

    /**
     * The question for the plugin where nothing that is listed belongs to a project.
     *
     * @throws io.lbaas.plugin.api.Fault INVALID where a project is asked for
     */
    public Query queryOfNoProject() {
        if (projectId != null) {
            throw Fault.invalid("One or more arguments are either duplicate or invalid");
        }
        return query(null);
    }

    /** The question for the plugin, once it is known whose objects the caller may see; null means everyone's. */
    public Query query(String visibleProject) {
        return new Query(visibleProject, filters, sorting.keys(), limit, marker, reverse);
    }
}
