package io.lbaas.plugin.rule;

import io.lbaas.driver.spi.ProfileKeys;
import io.lbaas.plugin.api.Fault;
import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.json.stream.JsonParser;
import java.io.StringReader;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.TreeMap;

/**
 * The data of a profile.
 *
 * @param values by key; numbers and truth values as JSON writes them
 */
public record ProfileData(Map<String, String> values) {

    /** No data at all. */
    public static final ProfileData NONE = new ProfileData(Map.of());

    /**
     * Reads the data of a profile.
     *
     * @param option what the API calls it
     * @throws Fault INVALID where it is not a JSON object of simple values
     */
    public static ProfileData parse(String option, String json) {
        Map<String, String> values = new TreeMap<>();
        try (JsonParser parser = Json.createParser(new StringReader(json))) {
            parser.next();
            parser.getObject().forEach((key, value) -> values.put(key, text(value)));
            if (parser.hasNext()) {
                throw new JsonException("More than one document");
            }
        } catch (JsonException | IllegalStateException | NoSuchElementException e) {
            Fault fault = Fault.invalid(json + " is not a valid option for " + option);
            fault.initCause(e);
            throw fault;
        }
        return new ProfileData(values);
    }

    /**
     * Refuses keys that the provider does not have, and values that they cannot have.
     *
     * @throws Fault UNSUPPORTED or INVALID
     */
    public void requireKnown(String provider, Set<String> keys) {
        values.keySet().stream().filter(key -> !keys.contains(key)).findFirst().ifPresent(key -> {
            throw Fault.unsupportedOption(provider, key);
        });
        PlacementHints.of(this);
    }

    /** This and other data; where both have a key this one counts. */
    public ProfileData and(ProfileData other) {
        Map<String, String> both = new TreeMap<>(other.values);
        both.putAll(values);
        return new ProfileData(both);
    }

    /** What is for the driver: all that the scheduler does not heed. */
    public Map<String, String> ofDriver() {
        Map<String, String> others = new TreeMap<>(values);
        others.keySet().removeAll(ProfileKeys.OF_THE_SCHEDULER.flavor().keySet());
        others.keySet()
                .removeAll(ProfileKeys.OF_THE_SCHEDULER.availabilityZone().keySet());
        return others;
    }

    private static String text(JsonValue value) {
        return switch (value.getValueType()) {
            case STRING -> ((JsonString) value).getString();
            case ARRAY, OBJECT, NULL -> throw new JsonException("Not a simple value");
            default -> value.toString();
        };
    }
}
