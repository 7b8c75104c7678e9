package io.lbaas.web.openapi;

import io.lbaas.web.rendering.JsonOutput;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBodySchema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;

/** What operations take and give. The objects of the common resources are components, named after their resource. */
final class Bodies {

    private static final String FAULT = "Fault";

    private Bodies() {}

    static JsonObject components() {
        JsonObject text = TypeSchemas.of(String.class);
        JsonObjectBuilder components = JsonOutput.object()
                .add(
                        FAULT,
                        new ObjectSchema()
                                .add("faultcode", text)
                                .add("faultstring", text)
                                .add("debuginfo", text)
                                .build());
        Documents.ALL.forEach((resource, document) -> {
            String name = Endpoint.name(resource);
            components.add(name, document.answer());
            components.add(name + "Create", document.creation());
            components.add(name + "Update", document.change());
        });
        return components.build();
    }

    /** The body of a request; nothing where the operation takes none. */
    static Optional<JsonObject> request(Endpoint endpoint) {
        return requestSchema(endpoint).map(schema -> {
            JsonObjectBuilder media = JsonOutput.object().add("schema", schema);
            Examples.of(endpoint).ifPresent(example -> media.add("example", example));
            return JsonOutput.object()
                    .add("required", true)
                    .add("content", JsonOutput.object().add("application/json", media))
                    .build();
        });
    }

    static JsonObject responses(Endpoint endpoint) {
        JsonObjectBuilder done = JsonOutput.object().add("description", "Done, or accepted");
        answerSchema(endpoint).ifPresent(schema -> done.add("content", content(schema)));
        return JsonOutput.object()
                .add(endpoint.status(), done)
                .add(
                        "default",
                        JsonOutput.object()
                                .add("description", "Refused, or failed")
                                .add("content", content(reference(FAULT))))
                .build();
    }

    private static Optional<JsonObject> requestSchema(Endpoint endpoint) {
        RequestBodySchema said = endpoint.method().getAnnotation(RequestBodySchema.class);
        if (said != null) {
            return Optional.of(TypeSchemas.of(said.value()));
        }
        return Optional.ofNullable(Documents.ALL.get(endpoint.resource())).flatMap(document -> {
            String name = endpoint.name();
            return Optional.ofNullable(
                    switch (endpoint.method().getName()) {
                        case "create" -> under(document.table().singular(), reference(name + "Create"));
                        case "update" -> under(document.table().singular(), reference(name + "Update"));
                        case "replace" ->
                            under(document.table().plural(), TypeSchemas.array(reference(name + "Create")));
                        default -> null;
                    });
        });
    }

    private static Optional<JsonObject> answerSchema(Endpoint endpoint) {
        APIResponseSchema said = endpoint.method().getAnnotation(APIResponseSchema.class);
        if (said != null) {
            return Optional.of(TypeSchemas.of(said.value()));
        }
        if (endpoint.silent()) {
            return Optional.empty();
        }
        return document(endpoint).map(document -> answer(endpoint, document)).or(() -> Optional.of(TypeSchemas.ANY));
    }

    private static JsonObject answer(Endpoint endpoint, Document document) {
        JsonObject object = reference(endpoint.name());
        return endpoint.method().getName().equals("list")
                ? under(document.table().plural(), TypeSchemas.array(object))
                : under(document.table().singular(), object);
    }

    private static Optional<Document> document(Endpoint endpoint) {
        return endpoint.shared() ? Optional.ofNullable(Documents.ALL.get(endpoint.resource())) : Optional.empty();
    }

    private static JsonObject under(String key, JsonObject schema) {
        return new ObjectSchema().add(key, schema).build();
    }

    private static JsonObject reference(String component) {
        return JsonOutput.object()
                .add("$ref", "#/components/schemas/" + component)
                .build();
    }

    private static JsonObject content(JsonObject schema) {
        return JsonOutput.object()
                .add("application/json", JsonOutput.object().add("schema", schema))
                .build();
    }
}
