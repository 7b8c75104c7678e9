package io.lbaas.web.rendering;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every key of the specification is there, and no other. */
class RenderingTest {

    private static final String COMMON = "id name project_id tenant_id admin_state_up tags provisioning_status"
            + " operating_status created_at updated_at ";

    @Test
    void aLoadBalancer() {
        JsonObject shown = Rendering.loadBalancer(Samples.LOAD_BALANCER);

        assertThat(shown.keySet())
                .isEqualTo(keys("description provider vip_address vip_subnet_id vip_network_id vip_port_id"
                        + " vip_qos_policy_id vip_vnic_type vip_sg_ids additional_vips flavor_id availability_zone"
                        + " listeners pools"));
        assertThat(shown.getString("vip_address")).isEqualTo("192.0.2.1");
        assertThat(shown.get("listeners")).hasToString("[{\"id\":\"" + Samples.OTHER + "\"}]");
        assertThat(shown.get("flavor_id")).isEqualTo(JsonValue.NULL);
    }

    @Test
    void aListener() {
        JsonObject shown = Rendering.listener(Samples.LISTENER);

        assertThat(shown.keySet())
                .isEqualTo(keys("description protocol protocol_port connection_limit default_pool_id insert_headers"
                        + " timeout_client_data timeout_member_connect timeout_member_data timeout_tcp_inspect"
                        + " default_tls_container_ref client_ca_tls_container_ref client_crl_container_ref"
                        + " sni_container_refs client_authentication allowed_cidrs tls_ciphers tls_versions"
                        + " alpn_protocols hsts_max_age hsts_include_subdomains hsts_preload loadbalancers"
                        + " l7policies"));
        assertThat(shown.getString("client_authentication")).isEqualTo("NONE");
        assertThat(shown.get("insert_headers")).hasToString("{\"X-Forwarded-For\":\"true\"}");
        assertThat(shown.get("loadbalancers")).hasToString("[{\"id\":\"" + Samples.OTHER + "\"}]");
    }

    @Test
    void aPool() {
        JsonObject shown = Rendering.pool(Samples.POOL);

        assertThat(shown.keySet())
                .isEqualTo(keys("description protocol lb_algorithm session_persistence tls_enabled tls_container_ref"
                        + " ca_tls_container_ref crl_container_ref tls_ciphers tls_versions alpn_protocols"
                        + " loadbalancers listeners members healthmonitor_id"));
        assertThat(shown.getJsonObject("session_persistence").keySet())
                .containsExactlyInAnyOrder("type", "cookie_name", "persistence_timeout", "persistence_granularity");
        assertThat(shown.get("healthmonitor_id")).isEqualTo(JsonValue.NULL);
    }

    @Test
    void aMember() {
        assertThat(Rendering.member(Samples.MEMBER).keySet())
                .isEqualTo(
                        keys("address protocol_port weight backup subnet_id monitor_address monitor_port vnic_type"));
    }

    @Test
    void anL7Policy() {
        JsonObject shown = Rendering.l7Policy(Samples.L7_POLICY);

        assertThat(shown.keySet())
                .isEqualTo(keys("description action redirect_pool_id redirect_url redirect_prefix redirect_http_code"
                        + " position listener_id rules"));
        assertThat(shown.getInt("redirect_http_code")).isEqualTo(302);
        assertThat(shown.get("rules")).hasToString("[{\"id\":\"" + Samples.ID + "\"}]");
    }

    @Test
    void anL7RuleHasNoName() {
        var expected = new HashSet<>(keys("type compare_type key value invert"));
        expected.remove("name");

        assertThat(Rendering.l7Rule(Samples.L7_RULE).keySet()).isEqualTo(expected);
    }

    @Test
    void aHealthMonitor() {
        JsonObject shown = Rendering.healthMonitor(Samples.HEALTH_MONITOR);

        assertThat(shown.keySet())
                .isEqualTo(keys("type delay timeout max_retries max_retries_down http_method url_path expected_codes"
                        + " http_version domain_name pools"));
        assertThat(shown.getString("type")).isEqualTo("TLS-HELLO");
    }

    @Test
    void datesHaveNoZoneAndNoFractionAndMissingTextIsEmpty() {
        JsonObject shown = Rendering.loadBalancer(Samples.LOAD_BALANCER);

        assertThat(shown.getString("created_at")).isEqualTo("2026-01-02T03:04:05");
        assertThat(shown.get("updated_at")).isEqualTo(JsonValue.NULL);
        assertThat(shown.getString("name")).isEmpty();
        assertThat(shown.getString("description")).isEmpty();
    }

    @Test
    void onlyTheFieldsThatWereAskedForAreShown() {
        JsonObject shown = Rendering.loadBalancer(Samples.LOAD_BALANCER);

        assertThat(Fields.select(shown, Set.of("id", "name", "foo")).keySet()).containsExactlyInAnyOrder("id", "name");
        assertThat(Fields.select(shown, Set.of())).isEqualTo(shown);
    }

    private static Set<String> keys(String others) {
        return Stream.of((COMMON + others).split(" ")).collect(Collectors.toSet());
    }
}
