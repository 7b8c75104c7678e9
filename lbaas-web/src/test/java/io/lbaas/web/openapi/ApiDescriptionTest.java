package io.lbaas.web.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import io.lbaas.web.rendering.RenderedSamples;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ApiDescriptionTest {

    private static final JsonObject DOCUMENT = ApiDescription.document();

    static List<Class<?>> common() {
        return Documents.ALL.keySet().stream()
                .filter(resource -> RenderedSamples.of(resource.getSimpleName()) != null)
                .toList();
    }

    @ParameterizedTest
    @MethodSource("common")
    void everyFieldOfAnAnswerIsDescribed(Class<?> resource) {
        JsonObject described = Documents.ALL.get(resource).answer().getJsonObject("properties");

        assertThat(described.keySet())
                .containsExactlyInAnyOrderElementsOf(
                        RenderedSamples.of(resource.getSimpleName()).keySet());
    }

    @Test
    void operationsHaveNamesOfTheirOwn() {
        assertThat(operations())
                .isNotEmpty()
                .extracting(operation -> operation.getString("operationId"))
                .doesNotHaveDuplicates();
    }

    @Test
    void referencesLeadSomewhere() {
        List<String> references = new ArrayList<>();
        collect(DOCUMENT, references);

        JsonObject schemas = DOCUMENT.getJsonObject("components").getJsonObject("schemas");
        assertThat(references).isNotEmpty().allSatisfy(reference -> assertThat(schemas)
                .containsKey(reference.replace("#/components/schemas/", "")));
    }

    private static List<JsonObject> operations() {
        return DOCUMENT.getJsonObject("paths").values().stream()
                .flatMap(path -> path.asJsonObject().values().stream())
                .map(JsonValue::asJsonObject)
                .toList();
    }

    private static void collect(JsonValue value, List<String> references) {
        if (value instanceof JsonObject object) {
            if (object.containsKey("$ref")) {
                references.add(object.getString("$ref"));
            }
            object.values().forEach(each -> collect(each, references));
        } else if (value.getValueType() == JsonValue.ValueType.ARRAY) {
            value.asJsonArray().forEach(each -> collect(each, references));
        }
    }
}
