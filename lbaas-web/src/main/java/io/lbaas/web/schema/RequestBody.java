package io.lbaas.web.schema;

import io.lbaas.plugin.api.Fault;
import io.lbaas.plugin.api.Labels;
import io.lbaas.plugin.api.Patch;
import io.lbaas.web.binding.RecordType;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** The attributes that a request gives, found to be known but not read yet. */
public final class RequestBody {

    private final String path;
    private final JsonObject given;
    private final Map<String, List<RequestBody>> nested;
    private final List<String> unsupported;

    RequestBody(String path, JsonObject given, Map<String, List<RequestBody>> nested, List<String> unsupported) {
        this.path = path;
        this.given = given;
        this.nested = Map.copyOf(nested);
        this.unsupported = Stream.concat(
                        unsupported.stream(),
                        nested.values().stream().flatMap(List::stream).flatMap(body -> body.unsupported.stream()))
                .distinct()
                .toList();
    }

    /** The names of the attributes that are given. */
    public Set<String> names() {
        return given.keySet();
    }

    /** The objects that are given for a nested attribute, each read by the function. */
    public <T> List<T> all(String name, Function<RequestBody, T> reader) {
        return nested.getOrDefault(name, List.of()).stream().map(reader).toList();
    }

    /** The object that is given for a nested attribute; null where there is none. */
    public <T> T one(String name, Function<RequestBody, T> reader) {
        return all(name, reader).stream().findFirst().orElse(null);
    }

    /** The same request, in which an attribute is also known by another name. */
    public RequestBody alias(String name, String alias) {
        JsonValue value = given.get(name);
        return value == null
                ? this
                : new RequestBody(
                        path, Json.createObjectBuilder(given).add(alias, value).build(), nested, unsupported);
    }

    /**
     * A new record of those attributes of the request that belong to it.
     *
     * @throws Fault INVALID where a value is missing or has the wrong type
     */
    public <T extends Record> T as(Class<T> type) {
        return RecordType.of(type).create(path, given);
    }

    /**
     * The change that the request asks of an object with that spec.
     *
     * @throws Fault INVALID where a value has the wrong type
     */
    public <S extends Record> Patch<S> patch(Class<S> type) {
        return new Patch<>(change(Labels.class), change(type));
    }

    /**
     * The change that the request asks of a record.
     *
     * @throws Fault INVALID where a value has the wrong type
     */
    public <S extends Record> UnaryOperator<S> change(Class<S> type) {
        return RecordType.of(type).change(path, given);
    }

    /**
     * Refuses a request for an attribute of the specification that cannot be chosen.
     *
     * @param provider asked only where there is something to refuse
     * @throws Fault UNSUPPORTED
     */
    public void requireSupported(Supplier<String> provider) {
        if (!unsupported.isEmpty()) {
            throw Fault.unsupportedOption(provider.get(), String.join(", ", unsupported));
        }
    }
}
