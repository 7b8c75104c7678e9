package io.lbaas.plugin.rule;

import io.lbaas.model.HealthMonitorSpec;
import io.lbaas.model.HttpMethod;
import io.lbaas.model.MonitorType;
import io.lbaas.model.PoolProtocol;
import java.math.BigDecimal;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every type of health monitor on every pool, with each field that only HTTP has. */
class HealthMonitorMatrixTest {

    private static final RuleTable TABLE = RuleTable.of(
            "(UDP|SCTP) (PING|HTTPS|TLS-HELLO) .*",
            "Validation failure: The associated pool protocol is {0}, so only a UDP-CONNECT/SCTP/TCP/HTTP health"
                    + " monitor is supported.",
            "(?!UDP|SCTP).* (UDP-CONNECT|SCTP) .*",
            "Validation failure: The {1} type is only supported for pools of type UDP/SCTP.",
            ".* HTTPS? domain_name -",
            "Validation failure: 'http_version' must be specified when 'domain_name' is provided.",
            ".* HTTPS? domain_name 1.0",
            "http_version 1.0 is not a valid option for health monitors HTTP 1.1 domain name health check",
            ".* HTTPS? .*",
            "",
            ".* none -",
            "",
            ".* none 1.[01]",
            "http_version is not a valid option for health monitors of type {1}",
            ".* domain_name 1.[01]",
            "http_version is not a valid option for health monitors of type {1}",
            ".*",
            "{2} is not a valid option for health monitors of type {1}");

    static Stream<Arguments> combinations() {
        return Stream.of(PoolProtocol.values()).flatMap(pool -> Stream.of(MonitorType.values())
                .flatMap(type -> Stream.of("none", "http_method", "url_path", "expected_codes", "domain_name")
                        .flatMap(field -> Stream.of("-", "1.0", "1.1")
                                .map(version -> Arguments.of(pool, type, field, version)))));
    }

    @ParameterizedTest
    @MethodSource("combinations")
    void theTypeFitsThePoolAndTheFieldsTheType(PoolProtocol pool, MonitorType type, String field, String version) {
        var spec = new HealthMonitorSpec(
                type,
                5,
                3,
                2,
                3,
                field.equals("http_method") ? HttpMethod.HEAD : null,
                field.equals("url_path") ? "/up" : null,
                field.equals("expected_codes") ? "200" : null,
                version.equals("-") ? null : new BigDecimal(version),
                field.equals("domain_name") ? "www.example.com" : null,
                true);

        TABLE.expect(() -> HealthMonitorRules.check(spec, pool), pool, type, field, version);
    }

    @ParameterizedTest
    @CsvSource({"UDP-CONNECT, 2, true", "UDP-CONNECT, 3, false", "TCP, 0, false"})
    void connectingOverUdpTakesItsTime(String type, int delay, boolean refused) {
        var monitor = Stream.of(MonitorType.values())
                .filter(each -> each.toString().equals(type))
                .findFirst()
                .orElseThrow();
        var spec = new HealthMonitorSpec(monitor, delay, 3, 2, 3, null, null, null, null, null, true);
        var table = RuleTable.of(
                "true .*",
                "Validation failure: The request delay value {1} should be larger than 3 for UDP-CONNECT health"
                        + " monitor type.",
                "false .*",
                "");

        table.expect(() -> HealthMonitorRules.check(spec, PoolProtocol.UDP), refused, delay);
    }
}
