package io.lbaas.web.rendering;

import io.lbaas.web.query.ListRequest;
import io.lbaas.web.schema.Schema;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.ws.rs.core.MultivaluedMap;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

/** One page of a list, with links to its neighbours. */
public final class Page {

    private static final List<String> KEPT_IN_LINKS = List.of("limit", "sort", "sort_key", "sort_dir");

    private Page() {}

    /**
     * The answer to a list.
     *
     * @param url what was asked for, without the query string
     * @param parameters the query string
     */
    public static JsonObject of(
            Schema schema,
            List<JsonObject> objects,
            ListRequest request,
            String url,
            MultivaluedMap<String, String> parameters) {
        Stream<JsonObject> items = objects.stream().map(object -> Fields.select(object, request.fields()));
        return JsonOutput.object()
                .add(schema.plural(), JsonOutput.array(items))
                .add(schema.links(), links(schema, objects, request, url, parameters))
                .build();
    }

    /** A full page may have a next one; one that began at a marker has a previous one. */
    private static JsonArray links(
            Schema schema,
            List<JsonObject> objects,
            ListRequest request,
            String url,
            MultivaluedMap<String, String> parameters) {
        JsonArrayBuilder links = JsonOutput.array();
        if (objects.isEmpty()) {
            return links.build();
        }
        StringBuilder kept = new StringBuilder(url).append('?');
        for (String name : KEPT_IN_LINKS) {
            parameters.getOrDefault(name, List.of()).forEach(value -> kept.append(name)
                    .append('=')
                    .append(URLEncoder.encode(value, StandardCharsets.UTF_8))
                    .append('&'));
        }
        String href = kept + "marker=";
        if (objects.size() == request.limit()) {
            links.add(link("next", href + key(schema, objects.get(objects.size() - 1))));
        }
        if (request.marker() != null) {
            links.add(link("previous", href + key(schema, objects.get(0)) + "&page_reverse=True"));
        }
        return links.build();
    }

    private static String key(Schema schema, JsonObject object) {
        return URLEncoder.encode(object.getString(schema.key()), StandardCharsets.UTF_8);
    }

    private static JsonObject link(String relation, String href) {
        return JsonOutput.object().add("rel", relation).add("href", href).build();
    }
}
