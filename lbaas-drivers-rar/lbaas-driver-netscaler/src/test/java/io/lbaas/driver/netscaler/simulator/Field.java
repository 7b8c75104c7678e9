package io.lbaas.driver.netscaler.simulator;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.Arrays;
import java.util.List;

/**
 * One attribute of a resource.
 *
 * @param targets the resources that its value may name, none where it is no reference
 * @param builtIn values that need not be there
 * @param otherwise the default, null for none
 */
record Field(
        String name,
        String type,
        boolean key,
        boolean required,
        boolean fixed,
        List<String> targets,
        List<String> builtIn,
        String otherwise) {

    static Field parse(String line) {
        String[] words = line.split(" ");
        List<String> options = Arrays.asList(words).subList(2, words.length);
        String reference = options.stream()
                .filter(option -> option.startsWith("->"))
                .map(option -> option.substring(2))
                .findFirst()
                .orElse("");
        String[] parts = reference.replace("}", "").split("\\{", 2);
        return new Field(
                words[0],
                words[1],
                options.contains("key"),
                options.contains("required") || options.contains("key"),
                options.contains("fixed"),
                reference.isEmpty() ? List.of() : List.of(parts[0].split("\\|")),
                parts.length < 2 ? List.of() : List.of(parts[1].split("\\|")),
                options.stream()
                        .filter(option -> option.startsWith("="))
                        .map(option -> option.substring(1))
                        .findFirst()
                        .orElse(null));
    }

    /** Refuses what is not of this type. */
    void check(JsonValue value) {
        boolean good =
                switch (kind()) {
                    case "text" -> value instanceof JsonString;
                    case "name" ->
                        value instanceof JsonString text && text.getString().matches(inner());
                    case "ip" ->
                        value instanceof JsonString text && text.getString().matches("[0-9a-fA-F:.]+");
                    case "expr" -> value instanceof JsonString text && Expressions.valid(text.getString());
                    case "flag" -> value == JsonValue.TRUE || value == JsonValue.FALSE;
                    case "list" ->
                        value instanceof JsonArray list && list.stream().allMatch(JsonString.class::isInstance);
                    case "int" -> value instanceof JsonNumber number && inRange(number.longValue());
                    default -> value instanceof JsonString text && choices().contains(text.getString());
                };
        if (!good) {
            throw Refusal.badValue(name, value);
        }
    }

    private String kind() {
        return type.replaceFirst("\\(.*", "");
    }

    private List<String> choices() {
        return List.of(inner().split("\\|"));
    }

    private String inner() {
        return type.substring(type.indexOf('(') + 1, type.length() - 1);
    }

    private boolean inRange(long value) {
        String[] range = inner().split("\\.\\.", 2);
        return value >= Long.parseLong(range[0]) && value <= Long.parseLong(range[1]);
    }

    /** The default as JSON. */
    JsonValue defaultValue() {
        return switch (kind()) {
            case "int" -> Json.createValue(Long.parseLong(otherwise));
            case "flag" -> Boolean.parseBoolean(otherwise) ? JsonValue.TRUE : JsonValue.FALSE;
            default -> Json.createValue(otherwise);
        };
    }

    /** Numbers are shown as text, ports excepted. */
    JsonValue shown(JsonValue value) {
        return value instanceof JsonNumber number && !name.endsWith("port")
                ? Json.createValue(number.toString())
                : value;
    }
}
