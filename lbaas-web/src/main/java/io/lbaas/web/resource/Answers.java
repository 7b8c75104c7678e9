package io.lbaas.web.resource;

import io.lbaas.plugin.api.Statistics;
import io.lbaas.web.query.ListRequest;
import io.lbaas.web.rendering.Fields;
import io.lbaas.web.rendering.JsonOutput;
import io.lbaas.web.rendering.Page;
import io.lbaas.web.schema.Schema;
import io.lbaas.web.security.CurrentRequest;
import jakarta.json.JsonObject;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** The shapes of successful answers. */
final class Answers {

    private Answers() {}

    static Response created(Schema schema, JsonObject object) {
        return answer(Response.Status.CREATED, schema, object, object);
    }

    static Response shown(Schema schema, JsonObject object, List<String> fields) {
        return answer(Response.Status.OK, schema, object, Fields.select(object, Set.copyOf(fields)));
    }

    static Response updated(Schema schema, JsonObject object) {
        return answer(Response.Status.OK, schema, object, object);
    }

    static Response accepted(Schema schema, JsonObject object) {
        return answer(Response.Status.ACCEPTED, schema, object, object);
    }

    static JsonObject stats(Statistics.Traffic traffic) {
        return JsonOutput.object().add("stats", JsonOutput.of(traffic)).build();
    }

    private static Response answer(Response.Status status, Schema schema, JsonObject object, JsonObject shown) {
        return Response.status(status)
                .tag(EntityTags.of(object))
                .entity(JsonOutput.object().add(schema.singular(), shown).build())
                .build();
    }

    static <V> JsonObject listed(
            Schema schema,
            List<V> views,
            Function<V, JsonObject> rendering,
            ListRequest request,
            CurrentRequest current,
            UriInfo uri) {
        List<JsonObject> objects = views.stream().map(rendering).toList();
        return Page.of(schema, objects, request, current.url(), uri.getQueryParameters());
    }
}
