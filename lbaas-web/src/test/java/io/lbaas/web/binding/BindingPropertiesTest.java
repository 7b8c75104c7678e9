package io.lbaas.web.binding;

import io.lbaas.model.HealthMonitorSpec;
import io.lbaas.model.ListenerSpec;
import io.lbaas.model.MemberSpec;
import io.lbaas.model.PoolSpec;
import io.lbaas.plugin.api.Accounts.AccountRequest;
import io.lbaas.plugin.api.Fault;
import io.lbaas.plugin.api.Inventory.DeviceRequest;
import io.lbaas.plugin.api.Labels;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever a client sends, it is either understood or refused with a fault. */
class BindingPropertiesTest {

    private static final List<Class<? extends Record>> TYPES = List.of(
            Labels.class,
            ListenerSpec.class,
            PoolSpec.class,
            MemberSpec.class,
            HealthMonitorSpec.class,
            DeviceRequest.class,
            AccountRequest.class);

    @Property
    void anyValueOfAnyAttributeIsReadOrRefused(
            @ForAll("types") Class<? extends Record> type, @ForAll("values") JsonValue value) {
        RecordType<?> known = RecordType.of(type);
        for (Attribute attribute : known.attributes()) {
            JsonObject given =
                    Json.createObjectBuilder().add(attribute.name(), value).build();
            readOrRefused(() -> known.create("body", given));
            readOrRefused(() -> known.change("body", given));
        }
    }

    @Property
    void anyTextIsReadOrRefused(@ForAll String text) {
        readOrRefused(() -> JsonInput.read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8))));
    }

    private static void readOrRefused(Runnable reading) {
        try {
            reading.run();
        } catch (Fault expected) {
            assert expected.kind() == Fault.Kind.INVALID : expected;
        }
    }

    @Provide
    Arbitrary<Class<? extends Record>> types() {
        return Arbitraries.of(TYPES);
    }

    @Provide
    Arbitrary<JsonValue> values() {
        Arbitrary<JsonValue> simple = Arbitraries.oneOf(
                Arbitraries.of(JsonValue.NULL, JsonValue.TRUE, JsonValue.FALSE),
                Arbitraries.strings().map(Json::createValue),
                Arbitraries.of("1e999999999", "-1e-999999999", "99999999999", "-0", "1.1")
                        .map(BigDecimal::new)
                        .map(Json::createValue),
                Arbitraries.integers().map(Json::createValue));
        Arbitrary<JsonValue> lists = simple.list().ofMaxSize(3).map(items -> Json.createArrayBuilder(items)
                .build());
        Arbitrary<JsonValue> objects = Arbitraries.maps(
                        Arbitraries.oneOf(
                                Arbitraries.of("type", "cookie_name", "persistence_timeout"), Arbitraries.strings()),
                        simple)
                .ofMaxSize(3)
                .map(entries -> Json.createObjectBuilder(Map.copyOf(entries)).build());
        return Arbitraries.oneOf(simple, lists, objects);
    }
}
