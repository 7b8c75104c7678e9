package io.lbaas.driver.bigip.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.lbaas.driver.bigip.declaration.Doc;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The checker refuses what AS3 refuses. */
class SchemaTest {
    private static JsonObject declaration(String objects) {
        JsonObject application = Json.createReader(
                        new StringReader("{\"class\":\"Application\",\"template\":\"generic\"," + objects + "}"))
                .readObject();
        return Doc.of("ADC")
                .add("schemaVersion", "3.56.0")
                .add("T", Doc.of("Tenant").add("A", application))
                .build();
    }

    @Test
    void validDeclarationIsAccepted() {
        assertThat(Schema.check(declaration(
                        "\"p\":{\"class\":\"Pool\",\"members\":[]},\"s\":{\"class\":\"Service_TCP\",\"virtualPort\":80,"
                                + "\"virtualAddresses\":[\"192.0.2.1\"],\"pool\":\"p\"}")))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            value = {
                "\"p\":{\"class\":\"Pool\",\"nonsense\":1} | /T/A/p: should NOT have additional property 'nonsense'",
                "\"p\":{\"class\":\"Pond\"} | /T/A/p/class: should be equal to one of the allowed values",
                "\"p\":{\"class\":\"Pool\",\"loadBalancingMode\":\"best\"} | /T/A/p/loadBalancingMode: should be equal to one of the allowed values",
                "\"a-b\":{\"class\":\"Pool\"} | /T/A: property name 'a-b' is invalid",
                "\"m\":{\"class\":\"Monitor\"} | /T/A/m: should have required property 'monitorType'",
                "\"m\":{\"class\":\"Monitor\",\"monitorType\":\"tcp\",\"interval\":9999} | /T/A/m/interval: should be >= 0 and <= 3600",
                "\"m\":{\"class\":\"Monitor\",\"monitorType\":\"tcp\",\"targetAddress\":\"300.0.1.5\"} | /T/A/m/targetAddress: should match format \"f5ip\"",
                "\"s\":{\"class\":\"Service_TCP\",\"virtualPort\":80,\"virtualAddresses\":[]} | /T/A/s/virtualAddresses: should NOT have fewer than 1 items",
                "\"s\":{\"class\":\"Service_TCP\",\"virtualPort\":80,\"virtualAddresses\":[\"::1\"],\"pool\":\"x\"} | /T/A/s/pool: contains path to non-existent object of [Pool]",
                "\"s\":{\"class\":\"Service_TCP\",\"virtualPort\":80,\"virtualAddresses\":[\"::1\",\"::1\"]} | /T/A/s/virtualAddresses: should NOT have duplicate items",
                "\"m\":{\"class\":\"Persist\",\"persistenceMethod\":\"source-address\"},\"s\":{\"class\":\"Service_TCP\",\"virtualPort\":80,\"virtualAddresses\":[\"::1\"],\"fallbackPersistenceMethod\":{\"use\":\"m\"}} | /T/A/s: should have property persistenceMethods when fallbackPersistenceMethod is present",
                "\"p\":{\"class\":\"Pool\",\"members\":[{\"servicePort\":80,\"serverAddresses\":[\"::1\",\"::1\"]}]} | /T/A/p/members/0/serverAddresses: should NOT have duplicate items",
                "\"t\":{\"class\":\"TLS_Server\",\"certificates\":[]} | /T/A/t/certificates: should NOT have fewer than 1 items",
                "\"e\":{\"class\":\"Endpoint_Policy\",\"rules\":[{\"name\":\"r\",\"actions\":[{\"type\":\"reject\"}]}]} | /T/A/e/rules/0/actions/0: should match exactly one schema in oneOf"
            })
    void whatIsWrongIsNamed(String objects, String error) {
        assertThat(Schema.check(declaration(objects))).containsExactly(error);
    }

    @Test
    void versionsThatAs3DoesNotKnowAreRefused() {
        JsonObject declaration = Doc.of("ADC").add("schemaVersion", "3.57.0").build();

        assertThat(Schema.check(declaration)).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "192.0.2.1, true",
        "10.0.0.0/8, true",
        "fd00::/8, true",
        "fd00:0:0:0:0:0:0:1, true",
        "::, true",
        "1.2.3, false",
        "256.1.1.1, false",
        "10.0.0.0/33, false",
        "fd00::1::2, false",
        "www, false"
    })
    void addressesAreChecked(String text, boolean valid) {
        assertThat(Addresses.valid(text)).isEqualTo(valid);
    }
}
