package io.lbaas.web.binding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lbaas.model.ListenerSpec;
import io.lbaas.plugin.api.Fault;
import jakarta.json.JsonValue;
import jakarta.ws.rs.WebApplicationException;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonInputTest {

    @Test
    void nothingIsNotWrong() {
        assertThat(read("")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "{}x", "{} {}", "nul", "{'a': 1}", " ", "{\"a\": 01}", "\uFEFF\uFEFF{}"})
    void whatIsNotOneDocumentIsRefused(String text) {
        assertThatThrownBy(() -> read(text))
                .isInstanceOf(Fault.class)
                .hasMessage("Request is not in valid JSON format");
    }

    @Test
    void otherEncodingsAreRefused() {
        byte[] latin = "{\"a\":\"\u00e4\"}".getBytes(StandardCharsets.ISO_8859_1);

        assertThatThrownBy(() -> JsonInput.read(new ByteArrayInputStream(latin)))
                .isInstanceOf(Fault.class);
    }

    @Test
    void depthIsBounded() {
        assertThat(read(nested(JsonInput.MAX_DEPTH - 1))).isPresent();
        assertThatThrownBy(() -> read(nested(JsonInput.MAX_DEPTH + 1))).isInstanceOf(Fault.class);
        assertThatThrownBy(() -> read(nested(100_000))).isInstanceOf(Fault.class);
    }

    @Test
    void hugeNumbersCostNothing() {
        for (String number : List.of("1e999999999", "-1e-999999999", "1e-999999999", "9".repeat(100_000))) {
            assertThatThrownBy(() -> RecordType.of(ListenerSpec.class)
                            .create(
                                    "body",
                                    read("{\"protocol\":\"TCP\",\"protocol_port\":" + number + "}")
                                            .orElseThrow()
                                            .asJsonObject()))
                    .isInstanceOf(Fault.class);
        }
    }

    @Test
    void sizeIsBounded() {
        String longest = "\"" + "x".repeat(JsonInput.MAX_BYTES - 2) + "\"";

        assertThat(read(longest)).isPresent();
        assertThatThrownBy(() -> read(longest + " "))
                .isInstanceOfSatisfying(
                        WebApplicationException.class,
                        refused -> assertThat(refused.getResponse().getStatus()).isEqualTo(413));
    }

    private static String nested(int depth) {
        return "[".repeat(depth) + "]".repeat(depth);
    }

    private static Optional<JsonValue> read(String text) {
        return JsonInput.read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }
}
