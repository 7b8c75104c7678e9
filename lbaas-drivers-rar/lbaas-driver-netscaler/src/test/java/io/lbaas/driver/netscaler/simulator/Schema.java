package io.lbaas.driver.netscaler.simulator;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The resources that the appliance knows, as {@code schema.txt} lists them. */
final class Schema {
    private final Map<String, Resource> resources = new LinkedHashMap<>();

    /** What a resource is. */
    enum Shape {
        ENTITY,
        BINDING,
        SETTINGS
    }

    /**
     * One resource.
     *
     * @param feature that must be on, {@code -} for none
     */
    record Resource(String name, Shape shape, String feature, List<Field> fields) {
        Field key() {
            return fields.get(0);
        }

        List<Field> keys() {
            return fields.stream().filter(Field::key).toList();
        }

        Field field(String field) {
            return fields.stream()
                    .filter(each -> each.name().equals(field))
                    .findFirst()
                    .orElseThrow(() -> Refusal.unknownArgument(field));
        }

        /** Of a binding, what it belongs to: the part before the first underscore. */
        String owner() {
            return name.substring(0, name.indexOf('_'));
        }
    }

    Schema() {
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(Schema.class.getResourceAsStream("schema.txt"), StandardCharsets.UTF_8))) {
            List<Field> fields = new ArrayList<>();
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith("  ")) {
                    fields.add(Field.parse(line.strip()));
                } else if (!line.isBlank() && !line.startsWith("#")) {
                    String[] words = line.split(" ", 3);
                    fields = new ArrayList<>();
                    resources.put(
                            words[1],
                            new Resource(words[1], Shape.valueOf(words[0].toUpperCase(Locale.ROOT)), words[2], fields));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean knows(String name) {
        return resources.containsKey(name);
    }

    Resource resource(String name) {
        if (!knows(name)) {
            throw Refusal.missing("resource", name);
        }
        return resources.get(name);
    }

    /** The kinds of binding of what is called so. */
    List<Resource> bindingsOf(String owner) {
        return resources.values().stream()
                .filter(each -> each.shape() == Shape.BINDING && each.owner().equals(owner))
                .toList();
    }

    /** All fields that refer to a resource, by the resource they are in. */
    Map<Resource, List<Field>> referring(String name) {
        Map<Resource, List<Field>> referring = new LinkedHashMap<>();
        resources.values().forEach(resource -> {
            List<Field> fields = resource.fields().stream()
                    .filter(field -> field.targets().contains(name))
                    .toList();
            if (!fields.isEmpty()) {
                referring.put(resource, fields);
            }
        });
        return referring;
    }
}
