package io.lbaas.web.openapi;

import io.lbaas.web.rendering.JsonOutput;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.Optional;

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
            if (!document.table().records().isEmpty()) {
                components.add(name + "Create", document.creation());
                components.add(name + "Update", document.change());
            }
        });
        OperatorDocuments.ALL.forEach(
                (resource, collection) -> components.add(Endpoint.name(resource), collection.answer()));
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
        OperatorDocuments.Collection collection = OperatorDocuments.ALL.get(endpoint.resource());
        if (collection != null) {
            return endpoint.writes() ? Optional.of(TypeSchemas.of(collection.request())) : Optional.empty();
        }
        return document(endpoint).flatMap(document -> {
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
        JsonObject object = reference(endpoint.name());
        OperatorDocuments.Collection collection = OperatorDocuments.ALL.get(endpoint.resource());
        Optional<Document> document = document(endpoint);
        return switch (endpoint.method().getName()) {
            case "list" ->
                document.map(found -> found.table().plural())
                        .or(() -> Optional.ofNullable(collection).map(OperatorDocuments.Collection::plural))
                        .map(plural -> under(plural, TypeSchemas.array(object)))
                        .or(() -> Optional.of(SpecialAnswers.of(endpoint)));
            case "create", "show", "update", "put", "defaults" ->
                document.map(found -> under(found.table().singular(), object))
                        .or(() -> Optional.of(collection == null ? TypeSchemas.ANY : object));
            default -> endpoint.verb().equals("GET") ? Optional.of(SpecialAnswers.of(endpoint)) : Optional.empty();
        };
    }

    private static Optional<Document> document(Endpoint endpoint) {
        return Optional.ofNullable(Documents.ALL.get(endpoint.resource()));
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
