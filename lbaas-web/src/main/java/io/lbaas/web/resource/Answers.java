package io.lbaas.web.resource;

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
        return Response.status(Response.Status.CREATED)
                .entity(wrapped(schema, object))
                .build();
    }

    static Response shown(Schema schema, JsonObject object, List<String> fields) {
        return Response.ok(wrapped(schema, Fields.select(object, Set.copyOf(fields))))
                .build();
    }

    static Response updated(Schema schema, JsonObject object) {
        return Response.ok(wrapped(schema, object)).build();
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

    private static JsonObject wrapped(Schema schema, JsonObject object) {
        return JsonOutput.object().add(schema.singular(), object).build();
    }
}
