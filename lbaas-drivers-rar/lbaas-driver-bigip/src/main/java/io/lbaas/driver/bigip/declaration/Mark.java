package io.lbaas.driver.bigip.declaration;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a tenant says of itself: in its label and remark, which AS3 keeps, and in a data group, which can be read on the
 * device in bulk.
 *
 * @param digest of the application, empty where the load balancer was removed
 */
public record Mark(long generation, String digest) {
    private static final Pattern LABEL = Pattern.compile("generation (\\d{1,18})");
    private static final String GENERATION = "generation";
    private static final String DIGEST = "digest";

    /** Whether only the generation is left of the load balancer. */
    public boolean tombstone() {
        return digest.isEmpty();
    }

    /** Reads it from a tenant as AS3 keeps it, nothing where the tenant is not marked. */
    public static Optional<Mark> of(JsonObject tenant) {
        Matcher label = LABEL.matcher(tenant.getString("label", ""));
        return label.matches()
                ? Optional.of(new Mark(Long.parseLong(label.group(1)), tenant.getString("remark", "")))
                : Optional.empty();
    }

    /** Reads it from the records of the data group, by their names; nothing where these are not ours. */
    public static Optional<Mark> of(Map<String, String> records) {
        String generation = records.getOrDefault(GENERATION, "");
        return generation.matches("\\d{1,18}")
                ? Optional.of(new Mark(Long.parseLong(generation), records.getOrDefault(DIGEST, "")))
                : Optional.empty();
    }

    /** The tenant around an application. */
    JsonObject tenant(JsonObject application) {
        return Doc.of("Tenant")
                .add("label", "generation " + generation)
                .add("remark", digest)
                .add(
                        Names.APPLICATION,
                        Doc.object(application).add(Names.STATE, state()).build())
                .build();
    }

    private JsonValue state() {
        Stream<JsonObject> records = Stream.of(
                Doc.object()
                        .add("key", GENERATION)
                        .add("value", Long.toString(generation))
                        .build(),
                Doc.object().add("key", DIGEST).add("value", digest).build());
        return Doc.of("Data_Group")
                .add("keyDataType", "string")
                .add("records", Doc.array(records))
                .build();
    }
}
