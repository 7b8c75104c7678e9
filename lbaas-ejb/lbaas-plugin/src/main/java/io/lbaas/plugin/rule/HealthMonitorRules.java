package io.lbaas.plugin.rule;

import io.lbaas.model.HealthMonitorSpec;
import io.lbaas.model.HttpMethod;
import io.lbaas.model.MonitorType;
import io.lbaas.model.PoolProtocol;
import io.lbaas.plugin.api.Fault;
import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Combinations of a health monitor's fields, and of its type with the pool's protocol. */
public final class HealthMonitorRules {

    private static final BigDecimal HTTP_1_0 = new BigDecimal("1.0");
    private static final BigDecimal HTTP_1_1 = new BigDecimal("1.1");
    private static final int SHORTEST_UDP_DELAY = 3;

    private static final List<MonitorType> FOR_DATAGRAMS =
            List.of(MonitorType.UDP_CONNECT, MonitorType.SCTP, MonitorType.TCP, MonitorType.HTTP);
    private static final Set<MonitorType> ONLY_DATAGRAMS = EnumSet.of(MonitorType.UDP_CONNECT, MonitorType.SCTP);

    private HealthMonitorRules() {}

    /**
     * Returns the monitor with what its type takes for granted filled in.
     *
     * @throws Fault INVALID
     */
    public static HealthMonitorSpec check(HealthMonitorSpec spec, PoolProtocol pool) {
        checkPair(spec, pool);
        if (!spec.type().speaksHttp()) {
            refuseHttpFields(spec);
            return spec;
        }
        checkVersion(spec);
        return spec.withHttp(
                spec.httpMethod() == null ? HttpMethod.GET : spec.httpMethod(),
                spec.urlPath() == null ? "/" : spec.urlPath(),
                spec.expectedCodes() == null ? "200" : spec.expectedCodes());
    }

    private static void checkPair(HealthMonitorSpec spec, PoolProtocol pool) {
        MonitorType type = spec.type();
        if (PoolRules.datagrams(pool) && !FOR_DATAGRAMS.contains(type)) {
            throw Fault.validation("The associated pool protocol is " + pool + ", so only a " + names(FOR_DATAGRAMS)
                    + " health monitor is supported.");
        }
        if (!PoolRules.datagrams(pool) && ONLY_DATAGRAMS.contains(type)) {
            throw Fault.validation("The " + type + " type is only supported for pools of type UDP/SCTP.");
        }
        if (type == MonitorType.UDP_CONNECT && spec.delay() < SHORTEST_UDP_DELAY) {
            throw Fault.validation("The request delay value " + spec.delay() + " should be larger than "
                    + SHORTEST_UDP_DELAY + " for " + type + " health monitor type.");
        }
    }

    private static void refuseHttpFields(HealthMonitorSpec spec) {
        Map<String, Object> given = new LinkedHashMap<>();
        given.put("http_method", spec.httpMethod());
        given.put("url_path", spec.urlPath());
        given.put("expected_codes", spec.expectedCodes());
        given.put("http_version", spec.httpVersion());
        given.put("domain_name", spec.domainName());
        given.forEach((field, value) -> {
            if (value != null) {
                throw Fault.invalid(field + " is not a valid option for health monitors of type " + spec.type());
            }
        });
    }

    private static void checkVersion(HealthMonitorSpec spec) {
        BigDecimal version = spec.httpVersion();
        boolean oneOne = version != null && version.compareTo(HTTP_1_1) == 0;
        if (version != null && !oneOne && version.compareTo(HTTP_1_0) != 0) {
            throw Fault.invalidField("http_version", version, "Value should be one of: 1.0, 1.1");
        }
        if (spec.domainName() != null && version == null) {
            throw Fault.validation("'http_version' must be specified when 'domain_name' is provided.");
        }
        if (spec.domainName() != null && !oneOne) {
            throw Fault.invalid("http_version " + version
                    + " is not a valid option for health monitors HTTP 1.1 domain name health check");
        }
    }

    private static String names(List<MonitorType> types) {
        return types.stream().map(MonitorType::toString).collect(Collectors.joining("/"));
    }
}
