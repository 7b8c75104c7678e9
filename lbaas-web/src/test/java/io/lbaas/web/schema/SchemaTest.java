package io.lbaas.web.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lbaas.model.AlpnProtocol;
import io.lbaas.model.ClientAuthentication;
import io.lbaas.model.ListenerSpec;
import io.lbaas.model.ListenerTls;
import io.lbaas.model.MemberSpec;
import io.lbaas.model.PoolSpec;
import io.lbaas.model.TlsVersion;
import io.lbaas.plugin.api.Fault;
import io.lbaas.plugin.api.Labels;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SchemaTest {

    @ParameterizedTest
    @ValueSource(strings = {"", "{}", "null", "[]"})
    void withoutTheResourceThereIsNothingToDo(String body) {
        assertThatThrownBy(() -> Schemas.LOAD_BALANCER.creation(input(body)))
                .hasMessage("Missing argument: 'load_balancer'".replace('\'', '"'));
    }

    @Test
    void unknownNamesAreRefusedWithTheirPlace() {
        assertThatThrownBy(() -> Schemas.LOAD_BALANCER.creation(input("{'foo': {}}")))
                .hasMessage("Unknown attribute for argument load_balancer: foo");
        assertThatThrownBy(() -> Schemas.LOAD_BALANCER.creation(input("{'loadbalancer': {'foo': 1}}")))
                .hasMessage("Unknown attribute for argument load_balancer.loadbalancer: foo");
        assertThatThrownBy(() -> Schemas.LISTENER.creation(input("{'listener': {'foo': 1, 'bar': 2}}")))
                .hasMessage("Unknown attributes for argument listener_.listener: foo, bar");
        assertThatThrownBy(() -> Schemas.POOL.creation(input("{'pool': 7}")))
                .hasMessage("Invalid input for field/attribute pool. Value: '7'. Value should be an object");
    }

    @ParameterizedTest
    @CsvSource({"vip_address", "vip_subnet_id", "provider", "project_id", "tenant_id", "flavor_id", "id", "listeners"})
    void aLoadBalancersUpdateDoesNotKnowWhatIsGivenAtCreation(String name) {
        assertThatThrownBy(() -> Schemas.LOAD_BALANCER.update(input("{'loadbalancer': {'" + name + "': null}}")))
                .isInstanceOf(Fault.class)
                .hasMessageStartingWith("Unknown attribute for argument load_balancer.loadbalancer: ");
    }

    @ParameterizedTest
    @CsvSource({"protocol", "protocol_port", "loadbalancer_id", "l7policies", "default_pool"})
    void aListenersUpdateDoesNotKnowWhatIsGivenAtCreation(String name) {
        assertThatThrownBy(() -> Schemas.LISTENER.update(input("{'listener': {'" + name + "': null}}")))
                .hasMessageStartingWith("Unknown attribute");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            value = {
                "{'listeners': [{'foo': 1}]} | listeners",
                "{'listeners': [{'loadbalancer_id': null}]} | listeners",
                "{'pools': [{'foo': 1}]} | pools",
                "{'pools': [{'members': [{'foo': 1}]}]} | pools.members",
                "{'pools': [{'healthmonitor': {'pool_id': null}}]} | pools.healthmonitor",
                "{'listeners': [{'default_pool': {'members': [{}, {'project_id': 'p'}]}}]}"
                        + " | listeners.default_pool.members"
            })
    void unknownNamesAreRefusedHoweverDeepTheyStand(String attributes, String place) {
        assertThatThrownBy(() -> Schemas.LOAD_BALANCER.creation(input("{'loadbalancer': " + attributes + "}")))
                .hasMessageStartingWith("Unknown attribute for argument load_balancer.loadbalancer." + place + ": ");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            value = {
                "{'pools': {}} | pools. Value: '{}'. Value should be a list",
                "{'pools': [7]} | pools. Value: '7'. Value should be an object",
                "{'listeners': [{'default_pool': []}]} | default_pool. Value: '[]'. Value should be an object"
            })
    void nestedObjectsHaveTheirShape(String attributes, String reason) {
        assertThatThrownBy(() -> Schemas.LOAD_BALANCER.creation(input("{'loadbalancer': " + attributes + "}")))
                .hasMessage("Invalid input for field/attribute " + reason);
    }

    @Test
    void fixedAttributesOfNestedObjectsCannotBeChosenEither() {
        RequestBody body = Schemas.POOL.creation(input("{'pool': {'members': [{'request_sriov': true}]}}"));

        assertThatThrownBy(() -> body.requireSupported(() -> "haproxy"))
                .hasMessage("Provider 'haproxy' does not support a requested option: request_sriov");
    }

    @Test
    void aListOfObjectsIsReadAsOne() {
        List<RequestBody> bodies = Schemas.MEMBER.creations(
                input("{'members': [{'address': '10.0.0.1', 'protocol_port': '80', 'project_id': 'p'}]}"));

        assertThat(bodies).hasSize(1);
        MemberSpec spec = bodies.get(0).as(MemberSpec.class);
        assertThat(spec.protocolPort()).isEqualTo(80);
        assertThat(spec.weight()).isEqualTo(1);
        assertThat(Schemas.MEMBER.creations(input("{'members': []}"))).isEmpty();
        assertThatThrownBy(() -> Schemas.MEMBER.creations(input("{'members': [{'foo': 1}]}")))
                .hasMessage("Unknown attribute for argument members_.members: foo");
        assertThatThrownBy(() -> Schemas.MEMBER.creations(input("{}"))).hasMessage("Missing argument: \"members_\"");
    }

    @Test
    void membersAndHealthMonitorsHaveNoDescription() {
        assertThatThrownBy(() -> Schemas.MEMBER.creation(input("{'member': {'description': 'x'}}")))
                .hasMessageStartingWith("Unknown attribute");
        assertThatThrownBy(() -> Schemas.HEALTH_MONITOR.update(input("{'healthmonitor': {'description': 'x'}}")))
                .hasMessageStartingWith("Unknown attribute");
    }

    @ParameterizedTest
    @ValueSource(strings = {"'request_sriov': null", "'request_sriov': false"})
    void aFixedAttributeMayBeGivenAsItIs(String attribute) {
        RequestBody body = Schemas.MEMBER.creation(input("{'member': {" + attribute + "}}"));

        assertThatCode(() -> body.requireSupported(() -> "haproxy")).doesNotThrowAnyException();
    }

    @Test
    void aFixedAttributeCannotBeChosen() {
        RequestBody body = Schemas.LOAD_BALANCER.update(input("{'loadbalancer': {'vip_sg_ids': ['x']}}"));

        assertThatThrownBy(() -> body.requireSupported(() -> "haproxy"))
                .isInstanceOfSatisfying(
                        Fault.class, fault -> assertThat(fault.kind()).isEqualTo(Fault.Kind.UNSUPPORTED))
                .hasMessage("Provider 'haproxy' does not support a requested option: vip_sg_ids");
    }

    @Test
    void theFormerNameOfAProjectIsStillKnown() {
        assertThat(project("{'tenant_id': 'a'}")).isEqualTo("a");
        assertThat(project("{'tenant_id': 'a', 'project_id': 'b'}")).isEqualTo("b");
        assertThat(project("{'tenant_id': null}")).isNull();
    }

    @Test
    void aPatchTouchesLabelsAndSpec() {
        var patch = Schemas.LISTENER
                .update(input("{'listener': {'name': 'n', 'connection_limit': 5}}"))
                .patch(ListenerSpec.class);
        ListenerSpec spec = Schemas.LISTENER
                .creation(input("{'listener': {'protocol': 'TCP', 'protocol_port': 1}}"))
                .as(ListenerSpec.class);
        Labels labels = new Labels("", "d", List.of("t"));

        assertThat(patch.labels().apply(labels)).isEqualTo(new Labels("n", "d", List.of("t")));
        assertThat(patch.spec().apply(spec).connectionLimit()).isEqualTo(5);
    }

    @Test
    void flattenedAttributesStandAmongTheOthers() {
        ListenerSpec spec = Schemas.LISTENER
                .creation(input("{'listener': {'protocol': 'TERMINATED_HTTPS', 'protocol_port': 443,"
                        + " 'default_tls_container_ref': 'x', 'tls_versions': ['TLSv1.3'], 'hsts_max_age': '7'}}"))
                .as(ListenerSpec.class);
        var patch = Schemas.LISTENER
                .update(input("{'listener': {'alpn_protocols': ['h2'], 'tls_versions': null}}"))
                .patch(ListenerSpec.class);

        assertThat(spec.tls().tlsVersions()).containsExactly(TlsVersion.TLS_1_3);
        assertThat(spec.tls().hstsMaxAge()).isEqualTo(7);
        assertThat(patch.spec().apply(spec).tls())
                .isEqualTo(new ListenerTls(
                        "x",
                        List.of(),
                        null,
                        null,
                        ClientAuthentication.NONE,
                        null,
                        null,
                        List.of(AlpnProtocol.HTTP_2),
                        7,
                        false,
                        false));
        assertThatThrownBy(() -> Schemas.POOL
                        .creation(input("{'pool': {'protocol': 'HTTP', 'lb_algorithm': 'ROUND_ROBIN',"
                                + " 'tls_versions': ['TLSv9']}}"))
                        .as(PoolSpec.class))
                .hasMessage("Invalid input for field/attribute tls_versions. Value: '[\"TLSv9\"]'."
                        + " Value should be one of: SSLv3, TLSv1, TLSv1.1, TLSv1.2, TLSv1.3");
    }

    private static String project(String attributes) {
        return Schemas.LOAD_BALANCER
                .creation(input("{'loadbalancer': " + attributes + "}"))
                .as(CreateRequest.OfLoadBalancer.class)
                .projectId();
    }

    private static InputStream input(String json) {
        return new ByteArrayInputStream(json.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
    }
}
