package io.lbaas.driver.netscaler.config;

import io.lbaas.driver.netscaler.config.Attribute.Role;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * An object as NetScaler has it or shall have it, as far as it concerns us.
 *
 * @param values of the attributes that are set, by name, in the order of the type
 */
public record NitroObject(NitroType type, Map<String, String> values) {
    public NitroObject {
        Map<String, String> ordered = new LinkedHashMap<>();
        for (Attribute attribute : type.attributes()) {
            String value = values.get(attribute.name());
            boolean set = value != null && !attribute.neutral().contains(value);
            if (set || (attribute.role() == Role.KEY && value != null)) {
                ordered.put(attribute.name(), value);
            }
        }
        values = Collections.unmodifiableMap(ordered);
    }

    /** An object with its attributes in pairs; null is for what is not set. */
    public static NitroObject of(NitroType type, Object... pairs) {
        Map<String, String> values = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            if (pairs[i + 1] != null) {
                values.put((String) pairs[i], pairs[i + 1].toString());
            }
        }
        return new NitroObject(type, values);
    }

    /** What NetScaler shows of an object. */
    public static NitroObject read(NitroType type, JsonObject shown) {
        return new NitroObject(type, ShownValues.of(type, shown));
    }

    /** The object's name, or that of what it belongs to. */
    public String name() {
        return values.get(type.nameAttribute());
    }

    /** The value of an attribute, empty where it is not set. */
    public String value(String attribute) {
        return values.getOrDefault(attribute, "");
    }

    /** Tells it from all other objects of the load balancer. */
    public String identity() {
        return type.resource() + " " + only(Role.KEY);
    }

    /** Whether both have the same in all attributes of that role. */
    public boolean same(NitroObject other, Role role) {
        return type.attributes(role).stream()
                .allMatch(each -> Objects.equals(values.get(each.name()), other.values.get(each.name())));
    }

    /** The attributes of these roles, by name. */
    public Map<String, String> only(Role first, Role... others) {
        Set<Role> roles = EnumSet.of(first, others);
        return type.attributes().stream()
                .filter(each -> roles.contains(each.role()) && values.containsKey(each.name()))
                .collect(Collectors.toMap(
                        Attribute::name, each -> values.get(each.name()), (one, two) -> one, LinkedHashMap::new));
    }

    /** The attributes that satisfy a condition, as NITRO reads them. */
    public JsonObject json(Predicate<Attribute> wanted) {
        JsonObjectBuilder json = Json.createObjectBuilder();
        type.attributes().stream()
                .filter(each -> values.containsKey(each.name()) && wanted.test(each))
                .forEach(each -> json.add(each.name(), each.json(values.get(each.name()))));
        return json.build();
    }

    /** The settings that this has not, and another has, as an unset action reads them. */
    public JsonObject unset(NitroObject other) {
        JsonObjectBuilder json = Json.createObjectBuilder(json(each -> each.role() == Role.KEY));
        lacking(other).forEach(name -> json.add(name, JsonValue.TRUE));
        return json.build();
    }

    /** The names of the settings that another has and this has not. */
    public Set<String> lacking(NitroObject other) {
        return other.only(Role.SETTING).keySet().stream()
                .filter(name -> !values.containsKey(name))
                .collect(Collectors.toSet());
    }

    /** One line for people and for digests. */
    @Override
    public String toString() {
        return type.resource() + " " + values;
    }
}
