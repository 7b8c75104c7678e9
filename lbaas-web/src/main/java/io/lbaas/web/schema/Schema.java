package io.lbaas.web.schema;

import io.lbaas.plugin.api.Fault;
import io.lbaas.web.binding.Attribute;
import io.lbaas.web.binding.Display;
import io.lbaas.web.binding.JsonInput;
import io.lbaas.web.binding.RecordType;
import io.lbaas.web.binding.UnknownAttributes;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;

/** One kind of resource: its names, the records that its attributes are in, and the attributes that are fixed. */
public final class Schema {

    private final String argument;
    private final String singular;
    private final String plural;
    private String links;
    private String key = "id";
    private final Map<String, String> aliases = new HashMap<>();
    private final Set<String> creatable = new LinkedHashSet<>();
    private final Set<String> updatable = new LinkedHashSet<>();
    private final Map<String, Fixed> fixed = new LinkedHashMap<>();
    private final Map<String, Nested> nested = new LinkedHashMap<>();
    private final Set<Class<? extends Record>> records = new LinkedHashSet<>();

    /**
     * A resource.
     *
     * @param argument what the reference implementation calls it in messages about unknown attributes
     * @param singular the key that an object of it stands under
     */
    public Schema(String argument, String singular) {
        this(argument, singular, singular + "s");
    }

    /** A resource whose plural is not formed by adding an s. */
    Schema(String argument, String singular, String plural) {
        this.argument = argument;
        this.singular = singular;
        this.plural = plural;
        this.links = plural + "_links";
    }

    /** Names the links of a list, where they are not named after the list. */
    Schema links(String name) {
        links = name;
        return this;
    }

    /** Names the attribute that an object is known by, where that is not its id. */
    Schema key(String name) {
        key = name;
        return this;
    }

    /** Lets requests give an attribute by another name too. */
    Schema alias(String other, String name) {
        aliases.put(other, name);
        return this;
    }

    /** Adds the attributes of a record. */
    public Schema with(Class<? extends Record> type) {
        records.add(type);
        for (Attribute attribute : RecordType.of(type).attributes()) {
            creatable.add(attribute.name());
            if (!attribute.createOnly()) {
                updatable.add(attribute.name());
            }
        }
        return this;
    }

    /** Adds the attributes of a record that is used at creation only. */
    public Schema withAtCreation(Class<? extends Record> type) {
        records.add(type);
        RecordType.of(type).attributes().forEach(attribute -> creatable.add(attribute.name()));
        return this;
    }

    /** Takes away an attribute that a shared record brought. */
    public Schema without(String name) {
        creatable.remove(name);
        updatable.remove(name);
        return this;
    }

    /** Adds an attribute that is an object to be created along with this one. */
    Schema withOne(String name, Schema schema) {
        nested.put(name, Nested.one(schema));
        return this;
    }

    /** Adds an attribute that is a list of objects to be created along with this one. */
    Schema withAll(String name, Schema schema) {
        nested.put(name, Nested.all(schema));
        return this;
    }

    /** Takes away all attributes but these. */
    public Schema only(String... names) {
        creatable.retainAll(Set.of(names));
        updatable.retainAll(Set.of(names));
        return this;
    }

    Schema fixed(String name, String json, Fixed.Use use) {
        fixed.put(name, new Fixed(name, JsonInput.constant(json), use));
        return this;
    }

    public String singular() {
        return singular;
    }

    public String plural() {
        return plural;
    }

    /** The key that the links of a list stand under. */
    public String links() {
        return links;
    }

    /** The attribute that an object is known by. */
    public String key() {
        return key;
    }

    /** Whether a request may hold the attribute. */
    public boolean knows(String name) {
        return creatable.contains(name);
    }

    /** Whether the attribute can be changed. */
    public boolean changes(String name) {
        return updatable.contains(name);
    }

    /** The records that the attributes are in. */
    public Set<Class<? extends Record>> records() {
        return Collections.unmodifiableSet(records);
    }

    /**
     * Hands over the attributes that hold objects to be created, each with the schema of those.
     *
     * @param consumer of name, schema and whether the value is a list
     */
    public void nestedAttributes(NestedConsumer consumer) {
        nested.forEach((name, inner) -> consumer.accept(name, inner.schema(), inner.many()));
    }

    /** The other names of attributes, each with the one that it stands for. */
    public Map<String, String> aliases() {
        return Collections.unmodifiableMap(aliases);
    }

    /** Takes an attribute that holds objects. */
    @FunctionalInterface
    public interface NestedConsumer {
        void accept(String name, Schema schema, boolean many);
    }

    /** Hands over the fixed attributes that answers show. */
    public void fixedAttributes(BiConsumer<String, JsonValue> consumer) {
        fixed.values().stream()
                .filter(Fixed::shown)
                .forEach(attribute -> consumer.accept(attribute.name(), attribute.value()));
    }

    /**
     * Reads the body of a POST.
     *
     * @throws Fault INVALID where it is not JSON or holds what it may not
     */
    public RequestBody creation(InputStream body) {
        return read(body, true);
    }

    /**
     * Reads the body of a POST that may make several objects, as a list under the plural name.
     *
     * @throws Fault INVALID where it is not JSON or holds what it may not
     */
    public Creations oneOrMore(InputStream body) {
        JsonValue document = document(body);
        if (!(document instanceof JsonObject object) || !object.containsKey(plural)) {
            return new Creations(false, List.of(read(root(document, argument, singular), true)));
        }
        List<RequestBody> bodies = Nested.all(this).read(plural, plural, root(document, argument, plural));
        if (bodies.isEmpty()) {
            throw Display.invalidField(plural, object.get(plural), "Value should be a list of objects");
        }
        return new Creations(true, bodies);
    }

    /**
     * What a POST asks for.
     *
     * @param bulk whether it was a list, so that the answer is one
     */
    public record Creations(boolean bulk, List<RequestBody> bodies) {}

    /**
     * Reads the body of a PUT.
     *
     * @throws Fault INVALID where it is not JSON or holds what it may not
     */
    public RequestBody update(InputStream body) {
        return read(body, false);
    }

    /**
     * Reads the body of a PUT that says what objects there are to be.
     *
     * @throws Fault INVALID where it is not JSON or holds what it may not
     */
    public List<RequestBody> creations(InputStream body) {
        String list = plural + "_";
        return Nested.all(this).read(list, plural, root(document(body), list, plural));
    }

    private RequestBody read(InputStream body, boolean creation) {
        return read(root(document(body), argument, singular), creation);
    }

    private RequestBody read(JsonValue given, boolean creation) {
        if (given instanceof JsonObject attributes) {
            return read(argument + "." + singular, attributes, creation);
        }
        throw Display.invalidField(singular, given, "Value should be an object");
    }

    /** Reads an object that stands at that place of a request. */
    RequestBody read(String path, JsonObject attributes, boolean creation) {
        JsonObject given = renamed(ProjectAlias.resolve(attributes));
        Set<String> known = creation ? creatable : updatable;
        UnknownAttributes.refuse(
                path,
                given.keySet(),
                name -> known.contains(name) || (creation && nested.containsKey(name)) || isFixed(name, creation));
        Map<String, List<RequestBody>> objects = new LinkedHashMap<>();
        nested.forEach(
                (name, type) -> objects.put(name, type.read(path, name, given.getOrDefault(name, JsonValue.NULL))));
        return new RequestBody(path, given, objects, unsupported(fixed.values(), given));
    }

    private JsonObject renamed(JsonObject given) {
        if (Collections.disjoint(given.keySet(), aliases.keySet())) {
            return given;
        }
        JsonObjectBuilder object = Json.createObjectBuilder();
        given.forEach((name, value) -> object.add(aliases.getOrDefault(name, name), value));
        return object.build();
    }

    private boolean isFixed(String name, boolean creation) {
        Fixed attribute = fixed.get(name);
        return attribute != null && attribute.known(creation);
    }

    private static List<String> unsupported(Collection<Fixed> fixed, JsonObject given) {
        List<String> names = new ArrayList<>();
        for (Fixed attribute : fixed) {
            if (!attribute.allows(given.get(attribute.name()))) {
                names.add(attribute.name());
            }
        }
        return names;
    }

    private static JsonValue document(InputStream body) {
        return JsonInput.read(body).orElse(JsonValue.NULL);
    }

    private static JsonValue root(JsonValue document, String argument, String key) {
        if (!(document instanceof JsonObject object) || object.isEmpty()) {
            throw Fault.invalid("Missing argument: \"" + argument + "\"");
        }
        UnknownAttributes.refuse(argument, object.keySet(), key::equals);
        return object.get(key);
    }
}
