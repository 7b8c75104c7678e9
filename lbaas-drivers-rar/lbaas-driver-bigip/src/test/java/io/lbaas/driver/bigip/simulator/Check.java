package io.lbaas.driver.bigip.simulator;

import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** A rule of the schema about one value. */
@FunctionalInterface
interface Check {
    /** Adds what is wrong to the findings. */
    void check(String path, JsonValue value, Findings findings);

    /** Collects what is wrong, and knows the application that pointers lead into. */
    record Findings(JsonObject application, List<String> errors) {
        void add(String path, String error) {
            errors.add(path + ": " + error);
        }
    }

    static Check text(String pattern, int maxLength) {
        Pattern compiled = Pattern.compile(pattern);
        return (path, value, findings) -> {
            if (!(value instanceof JsonString string)) {
                findings.add(path, "should be string");
            } else if (!compiled.matcher(string.getString()).matches()) {
                findings.add(path, "should match pattern \"" + pattern + "\"");
            } else if (string.getString().length() > maxLength) {
                findings.add(path, "should NOT be longer than " + maxLength + " characters");
            }
        };
    }

    static Check text() {
        return text("(?s).*", Integer.MAX_VALUE);
    }

    static Check oneOf(String... values) {
        Set<String> allowed = Set.of(values);
        return (path, value, findings) -> {
            if (!(value instanceof JsonString string) || !allowed.contains(string.getString())) {
                findings.add(path, "should be equal to one of the allowed values");
            }
        };
    }

    static Check integer(long least, long most) {
        return (path, value, findings) -> {
            if (!(value instanceof JsonNumber number) || !number.isIntegral()) {
                findings.add(path, "should be integer");
            } else if (number.longValue() < least || number.longValue() > most) {
                findings.add(path, "should be >= " + least + " and <= " + most);
            }
        };
    }

    static Check truth() {
        return (path, value, findings) -> {
            if (value != JsonValue.TRUE && value != JsonValue.FALSE) {
                findings.add(path, "should be boolean");
            }
        };
    }

    /** The format f5ip: an address, perhaps with a prefix length. */
    static Check address() {
        return (path, value, findings) -> {
            if (!(value instanceof JsonString string) || !Addresses.valid(string.getString())) {
                findings.add(path, "should match format \"f5ip\"");
            }
        };
    }

    static Check array(int least, Check item) {
        return (path, value, findings) -> {
            if (!(value instanceof JsonArray array)) {
                findings.add(path, "should be array");
                return;
            }
            if (array.size() < least) {
                findings.add(path, "should NOT have fewer than " + least + " items");
            }
            for (int i = 0; i < array.size(); i++) {
                item.check(path + "/" + i, array.get(i), findings);
            }
        };
    }

    /** An array with no item twice. */
    static Check distinct(Check array) {
        return (path, value, findings) -> {
            array.check(path, value, findings);
            if (value instanceof JsonArray items && new HashSet<>(items).size() < items.size()) {
                findings.add(path, "should NOT have duplicate items");
            }
        };
    }

    /** An object with these properties and no others. */
    static Check object(Map<String, Check> properties, String... required) {
        return (path, value, findings) -> {
            if (!(value instanceof JsonObject object)) {
                findings.add(path, "should be object");
                return;
            }
            Arrays.stream(required)
                    .filter(name -> !object.containsKey(name))
                    .forEach(name -> findings.add(path, "should have required property '" + name + "'"));
            object.forEach((name, part) -> {
                Check check = properties.get(name);
                if (check == null) {
                    findings.add(path, "should NOT have additional property '" + name + "'");
                } else {
                    check.check(path + "/" + name, part, findings);
                }
            });
        };
    }

    /** The name of an object of one of these classes in the same application. */
    static Check pointer(String... classes) {
        Set<String> allowed = Set.of(classes);
        return (path, value, findings) -> {
            JsonValue target =
                    value instanceof JsonString name ? findings.application().get(name.getString()) : null;
            if (!(target instanceof JsonObject object) || !allowed.contains(object.getString("class", ""))) {
                findings.add(path, "contains path to non-existent object of " + allowed);
            }
        };
    }

    /** The same in an object of its own. */
    static Check use(String... classes) {
        return object(Map.of("use", pointer(classes)), "use");
    }
}
