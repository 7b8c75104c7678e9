package io.lbaas.plugin.api;

import java.util.List;
import java.util.Map;

/**
 * Which objects a list holds, and in what order.
 *
 * @param projectId only of this project; null for all
 * @param filters attribute (by its API name) to the text it must equal; the plugin knows the attributes of each kind
 * @param sort attributes in order of importance; ties are broken by creation time and id
 * @param limit at most so many, 0 for all
 * @param marker only what comes after the object of this key; null for the beginning
 * @param reverse pages backwards: what comes before the marker
 */
public record Query(
        String projectId, Map<String, String> filters, List<Sort> sort, int limit, String marker, boolean reverse) {

    /** One sort key. */
    public record Sort(String attribute, boolean descending) {}
}
