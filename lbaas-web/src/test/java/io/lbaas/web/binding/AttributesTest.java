package io.lbaas.web.binding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lbaas.model.HealthMonitorSpec;
import io.lbaas.model.ListenerSpec;
import io.lbaas.model.MemberSpec;
import io.lbaas.model.MonitorType;
import io.lbaas.model.PersistenceType;
import io.lbaas.model.PoolSpec;
import io.lbaas.model.SessionPersistence;
import io.lbaas.plugin.api.Fault;
import io.lbaas.plugin.api.Labels;
import jakarta.json.JsonObject;
import java.math.BigDecimal;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AttributesTest {

    private static final String LISTENER = "{'protocol': 'HTTP', 'protocol_port': 80";
    private static final String MEMBER = "{'address': '192.0.2.1', 'protocol_port': 80";
    private static final String MONITOR = "{'type': 'TLS-HELLO', 'delay': 5, 'timeout': 3, 'max_retries': 2";

    @Test
    void whatIsNotGivenIsAsItsDefaultSays() {
        ListenerSpec listener = create(ListenerSpec.class, LISTENER + "}");

        assertThat(listener.connectionLimit()).isEqualTo(-1);
        assertThat(listener.timeoutClientData()).isEqualTo(50_000);
        assertThat(listener.adminStateUp()).isTrue();
        assertThat(listener.insertHeaders()).isEmpty();
        assertThat(listener.defaultPoolId()).isNull();
    }

    @ParameterizedTest
    @CsvSource({"'100', 100", "'\"100\"', 100", "null, -1", "5.0, 5"})
    void numbersMayBeText(String given, int limit) {
        assertThat(create(ListenerSpec.class, LISTENER + ", 'connection_limit': " + given + "}")
                        .connectionLimit())
                .isEqualTo(limit);
    }

    @ParameterizedTest
    @CsvSource({"true, true", "'\"yes\"', true", "'\"0\"', false", "1, true", "null, false"})
    void truthMayBeTextAndNullIsFalse(String given, boolean up) {
        assertThat(create(ListenerSpec.class, LISTENER + ", 'admin_state_up': " + given + "}")
                        .adminStateUp())
                .isEqualTo(up);
    }

    @Test
    void enumerationsAreSpelledAsInTheApi() {
        HealthMonitorSpec monitor = create(HealthMonitorSpec.class, MONITOR + ", 'http_version': '1.1'}");

        assertThat(monitor.type()).isEqualTo(MonitorType.TLS_HELLO);
        assertThat(monitor.httpVersion()).isEqualTo(new BigDecimal("1.1"));
    }

    @Test
    void listsMapsAndNestedObjectsAreRead() {
        assertThat(create(Labels.class, "{'tags': ['a', 'b']}").tags()).containsExactly("a", "b");
        assertThat(create(ListenerSpec.class, LISTENER + ", 'insert_headers': {'X-Forwarded-For': 'true'}}")
                        .insertHeaders())
                .isEqualTo(Map.of("X-Forwarded-For", "true"));
        assertThat(pool("{'type': 'APP_COOKIE', 'cookie_name': 'sid'}").sessionPersistence())
                .isEqualTo(new SessionPersistence(PersistenceType.APP_COOKIE, "sid", null, null));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "connection_limit | 'x'     | x    | Value should be an integer from -2147483648 to 2147483647",
                "connection_limit | 1.5     | 1.5  | Value should be an integer from -2147483648 to 2147483647",
                "connection_limit | true    | true | Value should be an integer from -2147483648 to 2147483647",
                "default_pool_id  | 'x'     | x    | Value should be UUID format",
                "default_pool_id  | '1-1-1-1-1' | 1-1-1-1-1 | Value should be UUID format",
                "admin_state_up   | 'maybe' | maybe | Value not an unambiguous boolean: maybe",
                "allowed_cidrs    | 'x'     | x    | Value should be a list",
                "allowed_cidrs    | [1]     | [1]  | Value should be string",
                "insert_headers   | []      | []   | Value should be an object",
                "protocol         | 'FTP'   | FTP  | Value should be one of: HTTP, HTTPS, TCP, UDP, SCTP, TERMINATED_HTTPS, PROMETHEUS",
            })
    void aValueOfTheWrongTypeIsRefusedInTheWordsOfTheApi(String name, String given, String shown, String reason) {
        assertThatThrownBy(() -> create(
                        ListenerSpec.class, "{'protocol': 'HTTP', 'protocol_port': 80, '" + name + "': " + given + "}"))
                .isInstanceOf(Fault.class)
                .hasMessage("Invalid input for field/attribute " + name + ". Value: '" + shown + "'. " + reason);
    }

    @Test
    void whatMustBeGivenIsNamed() {
        assertThatThrownBy(() -> create(ListenerSpec.class, "{'protocol': 'HTTP'}"))
                .hasMessage("Invalid input for field/attribute protocol_port. Value: 'None'. Mandatory field missing.");
    }

    @Test
    void textThatTheDatabaseCannotKeepIsRefused() {
        assertThatThrownBy(() -> create(Labels.class, "{'name': 'a\\u0000b'}")).isInstanceOf(Fault.class);
        assertThatThrownBy(() -> create(Labels.class, "{'name': 'a\\ud800b'}")).isInstanceOf(Fault.class);
    }

    @Test
    void aChangeKeepsWhatIsNotGivenAndResetsWhatIsNull() {
        MemberSpec current = create(MemberSpec.class, MEMBER + ", 'weight': 7, 'monitor_port': 81}");

        assertThat(change(current, "{}")).isEqualTo(current);
        assertThat(change(current, "{'weight': null}").weight()).isEqualTo(1);
        assertThat(change(current, "{'monitor_port': null}").monitorPort()).isNull();
        assertThat(change(current, "{'weight': '9'}"))
                .isEqualTo(create(MemberSpec.class, MEMBER + ", 'weight': 9, 'monitor_port': 81}"));
    }

    @Test
    void aNestedObjectIsCompletedOrReplaced() {
        PoolSpec current = pool("{'type': 'APP_COOKIE', 'cookie_name': 'sid'}");

        assertThat(change(current, "{'session_persistence': {'cookie_name': 'x'}}")
                        .sessionPersistence())
                .isEqualTo(new SessionPersistence(PersistenceType.APP_COOKIE, "x", null, null));
        assertThat(change(current, "{'session_persistence': {'type': 'SOURCE_IP'}}")
                        .sessionPersistence())
                .isEqualTo(new SessionPersistence(PersistenceType.SOURCE_IP, null, null, null));
        assertThat(change(current, "{'session_persistence': null}").sessionPersistence())
                .isNull();
    }

    @Test
    void aNestedObjectThatIsNotThereCannotBeCompleted() {
        PoolSpec current = pool("null");

        assertThatThrownBy(() -> change(current, "{'session_persistence': {'cookie_name': 'x'}}"))
                .hasMessageContaining("attribute type.");
    }

    @Test
    void unknownNamesInNestedObjectsAreRefusedWithTheirPath() {
        assertThatThrownBy(() -> pool("{'type': 'SOURCE_IP', 'foo': 1}"))
                .hasMessage("Unknown attribute for argument body.session_persistence: foo");
    }

    @Test
    void aSecretIsNotRepeated() {
        assertThat(Display.invalidField("password", "hunter2", "Too short.")).hasMessageNotContaining("hunter2");
    }

    @Test
    void aLongValueIsCut() {
        assertThat(Display.text("x".repeat(300))).isEqualTo("x".repeat(255) + "...");
    }

    private static PoolSpec pool(String persistence) {
        return create(
                PoolSpec.class,
                "{'protocol': 'HTTP', 'lb_algorithm': 'ROUND_ROBIN', 'session_persistence': " + persistence + "}");
    }

    private static <T extends Record> T create(Class<T> type, String json) {
        return RecordType.of(type).create("body", object(json));
    }

    @SuppressWarnings("unchecked")
    private static <T extends Record> T change(T current, String json) {
        return RecordType.of((Class<T>) current.getClass())
                .change("body", object(json))
                .apply(current);
    }

    private static JsonObject object(String json) {
        return (JsonObject) JsonInput.constant(json.replace('\'', '"'));
    }
}
