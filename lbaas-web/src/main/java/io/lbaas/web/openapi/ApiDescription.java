package io.lbaas.web.openapi;

import io.lbaas.web.Resources;
import io.lbaas.web.rendering.JsonOutput;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import jakarta.ws.rs.QueryParam;
import java.lang.reflect.Parameter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The whole description. */
final class ApiDescription {

    /** What every list understands beside filters by attribute. */
    private static final List<String> OF_LISTS = List.of(
            "limit", "marker", "page_reverse", "sort", "fields", "tags", "tags-any", "not-tags", "not-tags-any");

    private static final JsonValue SECURITY_SCHEMES = JsonOutput.of(Map.of(
            "basic", Map.of("type", "http", "scheme", "basic"),
            "bearer", Map.of("type", "http", "scheme", "bearer"),
            "keystone", Map.of("type", "apiKey", "in", "header", "name", "X-Auth-Token")));

    private ApiDescription() {}

    static JsonObject document() {
        return JsonOutput.object()
                .add("openapi", "3.0.3")
                .add(
                        "info",
                        JsonOutput.of(
                                Map.of("title", "LBaaS: the OpenStack Load Balancer API and more", "version", "2.27")))
                .add(
                        "security",
                        JsonOutput.of(List.of(
                                Map.of("basic", List.of()),
                                Map.of("bearer", List.of()),
                                Map.of("keystone", List.of()))))
                .add("paths", paths())
                .add(
                        "components",
                        JsonOutput.object()
                                .add("securitySchemes", SECURITY_SCHEMES)
                                .add("schemas", Bodies.components()))
                .build();
    }

    private static JsonObject paths() {
        Map<String, JsonObjectBuilder> paths = new TreeMap<>();
        Resources.ALL.stream().flatMap(Endpoint::of).forEach(endpoint -> paths.computeIfAbsent(
                        endpoint.path(), path -> JsonOutput.object())
                .add(endpoint.verb().toLowerCase(Locale.ROOT), operation(endpoint)));
        JsonObjectBuilder object = JsonOutput.object();
        paths.forEach(object::add);
        return object.build();
    }

    private static JsonObject operation(Endpoint endpoint) {
        JsonObjectBuilder operation = JsonOutput.object()
                .add("operationId", endpoint.id())
                .add("summary", endpoint.summary())
                .add("tags", JsonOutput.of(List.of(endpoint.name())))
                .add("parameters", parameters(endpoint))
                .add("responses", Bodies.responses(endpoint));
        Bodies.request(endpoint).ifPresent(body -> operation.add("requestBody", body));
        return operation.build();
    }

    private static JsonArrayBuilder parameters(Endpoint endpoint) {
        JsonArrayBuilder parameters = JsonOutput.array();
        endpoint.parameters().forEach(name -> parameters.add(parameter(name, "path")));
        queryParameters(endpoint).forEach(name -> parameters.add(parameter(name, "query")));
        return parameters;
    }

    private static Stream<String> queryParameters(Endpoint endpoint) {
        if (endpoint.listsPages()) {
            return OF_LISTS.stream();
        }
        return Arrays.stream(endpoint.method().getParameters())
                .filter(parameter -> parameter.isAnnotationPresent(QueryParam.class))
                .map(ApiDescription::queryName);
    }

    private static String queryName(Parameter parameter) {
        return parameter.getAnnotation(QueryParam.class).value();
    }

    private static JsonObject parameter(String name, String in) {
        return JsonOutput.object()
                .add("name", name)
                .add("in", in)
                .add("required", in.equals("path"))
                .add("schema", TypeSchemas.of(String.class))
                .build();
    }
}
