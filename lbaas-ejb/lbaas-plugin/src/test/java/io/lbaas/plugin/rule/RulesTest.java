package io.lbaas.plugin.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lbaas.model.HttpMethod;
import io.lbaas.model.ListenerProtocol;
import io.lbaas.model.ListenerSpec;
import io.lbaas.model.ListenerTls;
import io.lbaas.model.MonitorType;
import io.lbaas.model.PoolProtocol;
import io.lbaas.plugin.Samples;
import io.lbaas.plugin.api.Labels;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RulesTest {

    private static final List<String> VIPS = List.of("127.10.0.1");
    private static final Set<IpAddress> RESERVED =
            Set.of(IpAddress.parse("169.254.169.254").orElseThrow());

    @Test
    void fieldsAreNamedAsInTheApi() {
        assertThatThrownBy(() -> Samples.FIELDS.check(Samples.listener(ListenerProtocol.TCP, 65536)))
                .hasMessage("Invalid input for field/attribute protocol_port. Value: '65536'."
                        + " Value should be lower or equal to 65535");
        assertThatThrownBy(() -> Samples.FIELDS.check(Samples.pool(null)))
                .hasMessage("Invalid input for field/attribute protocol. Value: 'None'. Mandatory field missing.");
        assertThatThrownBy(() -> Samples.FIELDS.check(new Labels("x".repeat(256), "", List.of())))
                .hasMessageStartingWith("Invalid input for field/attribute name.");
        assertThatThrownBy(() -> Samples.FIELDS.check(new Labels("", "", List.of("x".repeat(256)))))
                .hasMessageStartingWith("Invalid input for field/attribute tags.");
    }

    @ParameterizedTest
    @CsvSource({
        "TCP, X-Forwarded-For, insert-headers is not a valid option for a TCP protocol listener.",
        "HTTP, X-Other, X-Other is not a valid option for insert_headers",
        "HTTP, X-SSL-Issuer, X-SSL-Issuer is not a valid option for insert_headers"
    })
    void headersAreOfAFixedSet(ListenerProtocol protocol, String header, String words) {
        assertThatThrownBy(() -> ListenerRules.check(withHeaders(protocol, header), VIPS))
                .hasMessage(words);
    }

    @ParameterizedTest
    @CsvSource({"HTTP, X-Forwarded-Port", "TERMINATED_HTTPS, X-SSL-Issuer"})
    void headersOfThatSetPass(ListenerProtocol protocol, String header) {
        assertThatCode(() -> ListenerRules.check(withHeaders(protocol, header), VIPS))
                .doesNotThrowAnyException();
    }

    @Test
    void sourcesAreOfTheVipsFamily() {
        var spec = Samples.listener(ListenerProtocol.TCP, 80);

        assertThat(ListenerRules.check(spec.withAllowedCidrs(List.of("10.1.1.1/8")), VIPS)
                        .allowedCidrs())
                .containsExactly("10.0.0.0/8");
        assertThat(ListenerRules.check(spec.withAllowedCidrs(List.of()), VIPS).allowedCidrs())
                .isNull();
        assertThatThrownBy(() -> ListenerRules.check(spec.withAllowedCidrs(List.of("2001:db8::/32")), VIPS))
                .hasMessage("CIDR 2001:db8::/32 IP version incompatible with all VIPs [127.10.0.1] IP version.");
        assertThatThrownBy(() -> ListenerRules.check(spec.withAllowedCidrs(List.of("x")), VIPS))
                .hasMessageStartingWith("Invalid input for field/attribute allowed_cidrs. Value: 'x'.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"host.example", "", "10.0.0"})
    void membersHaveAddresses(String address) {
        assertThatThrownBy(() -> MemberRules.check(Samples.member(address, 80), RESERVED))
                .hasMessageEndingWith("Value should be IPv4 or IPv6 format");
    }

    @ParameterizedTest
    @ValueSource(strings = {"169.254.169.254", "::ffff:169.254.169.254"})
    void reservedAddressesAreRefusedInAnySpelling(String address) {
        assertThatThrownBy(() -> MemberRules.check(Samples.member(address, 80), RESERVED))
                .hasMessage(address + " is not a valid option for member address");
    }

    @Test
    void httpChecksHaveDefaults() {
        var http = HealthMonitorRules.check(Samples.monitor(MonitorType.HTTP), PoolProtocol.HTTP);

        assertThat(http.httpMethod()).isEqualTo(HttpMethod.GET);
        assertThat(http.urlPath()).isEqualTo("/");
        assertThat(http.expectedCodes()).isEqualTo("200");
    }

    private static ListenerSpec withHeaders(ListenerProtocol protocol, String header) {
        var plain = new ListenerSpec(
                protocol, 80, true, -1, null, Map.of(header, "true"), 1, 1, 1, 0, null, ListenerTls.NONE);
        return protocol == ListenerProtocol.TERMINATED_HTTPS ? plain.withTls(Samples.TLS) : plain;
    }
}
