package io.lbaas.web.quantum;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lbaas.plugin.api.Fault;
import io.lbaas.plugin.api.quantum.MonitorTerms;
import io.lbaas.plugin.api.quantum.PoolTerms;
import io.lbaas.plugin.api.quantum.VipTerms;
import io.lbaas.web.schema.Schema;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QuantumSchemasTest {

    private static final Map<String, Schema> SCHEMAS = Map.of(
            "vip", QuantumSchemas.VIP,
            "pool", QuantumSchemas.POOL,
            "member", QuantumSchemas.MEMBER,
            "health_monitor", QuantumSchemas.HEALTH_MONITOR);

    /** P may be given in a POST, U in a PUT; what is neither is only read. */
    @ParameterizedTest
    @CsvSource({
        "vip, PU, name description pool_id session_persistence connection_limit admin_state_up",
        "vip, P, tenant_id subnet_id address protocol protocol_port",
        "vip, r, id port_id status status_description tags default_pool_id allowed_cidrs",
        "pool, PU, name description lb_method health_monitors admin_state_up",
        "pool, P, tenant_id subnet_id protocol provider",
        "pool, r, id vip_id members health_monitors_status status status_description lb_algorithm tls_enabled",
        "member, PU, pool_id weight admin_state_up",
        "member, P, tenant_id address protocol_port",
        "member, r, id status status_description name backup monitor_port",
        "health_monitor, PU, delay timeout max_retries http_method url_path expected_codes admin_state_up",
        "health_monitor, P, tenant_id type",
        "health_monitor, r, id pools name max_retries_down domain_name"
    })
    void attributesMayBeGivenWhereTheTableSays(String resource, String use, String names) {
        Schema schema = SCHEMAS.get(resource);
        for (String name : names.split(" ", -1)) {
            String body = "{'" + resource + "': {'" + name + "': null}}";
            assertThat(known(() -> schema.creation(input(body))))
                    .as("POST " + name)
                    .isEqualTo(use.contains("P"));
            assertThat(known(() -> schema.update(input(body))))
                    .as("PUT " + name)
                    .isEqualTo(use.contains("U"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"UDP", "TERMINATED_HTTPS", "http"})
    void protocolsAreThree(String protocol) {
        var body = QuantumSchemas.POOL.creation(input("{'pool': {'protocol': '" + protocol + "', 'subnet_id':"
                + " '11111111-1111-4111-8111-111111111111', 'lb_method': 'SOURCE_IP'}}"));

        assertThatThrownBy(() -> body.as(PoolTerms.class))
                .hasMessageEndingWith("Value should be one of: TCP, HTTP, HTTPS");
    }

    @Test
    void methodsAndKindsOfCheckAreFewerThanInV2() {
        var pool = QuantumSchemas.POOL.creation(input("{'pool': {'lb_method': 'SOURCE_IP_PORT', 'protocol': 'TCP',"
                + " 'subnet_id': '11111111-1111-4111-8111-111111111111'}}"));
        var monitor = QuantumSchemas.HEALTH_MONITOR.creation(input("{'health_monitor': {'type': 'TLS-HELLO'}}"));

        assertThatThrownBy(() -> pool.as(PoolTerms.class)).hasMessageContaining("attribute lb_method. Value");
        assertThatThrownBy(() -> monitor.as(MonitorTerms.class))
                .hasMessageEndingWith("Value should be one of: PING, TCP, HTTP, HTTPS");
    }

    @Test
    void noPersistenceIsSaidByAnEmptyObject() {
        var vip = QuantumSchemas.VIP.creation(input("{'vip': {'subnet_id': '11111111-1111-4111-8111-111111111111',"
                + " 'protocol': 'TCP', 'pool_id': '11111111-1111-4111-8111-111111111111',"
                + " 'session_persistence': {}}}"));

        assertThat(vip.as(VipTerms.class).sessionPersistence().ofPool()).isNull();
    }

    @Test
    void aListMakesSeveral() {
        assertThat(QuantumSchemas.MEMBER
                        .oneOrMore(input("{'members': [{'weight': 1}, {'weight': 2}]}"))
                        .bodies())
                .hasSize(2);
        assertThat(QuantumSchemas.MEMBER
                        .oneOrMore(input("{'member': {'weight': 1}}"))
                        .bulk())
                .isFalse();
        assertThatThrownBy(() -> QuantumSchemas.MEMBER.oneOrMore(input("{'members': []}")))
                .hasMessageEndingWith("Value should be a list of objects");
    }

    private static boolean known(Runnable reading) {
        try {
            reading.run();
            return true;
        } catch (Fault e) {
            assertThat(e).hasMessageStartingWith("Unknown attribute");
            return false;
        }
    }

    private static InputStream input(String json) {
        return new ByteArrayInputStream(json.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
    }
}
