package io.lbaas.driver.netscaler.config;

import io.lbaas.model.DesiredLoadBalancer.HealthMonitor;
import io.lbaas.model.DesiredLoadBalancer.Pool;
import io.lbaas.model.HealthMonitorSpec;
import io.lbaas.model.MonitorType;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/** Maps health monitors. */
final class MonitorMapper {
    static final Map<MonitorType, String> TYPES = Map.of(
            MonitorType.HTTP, "HTTP",
            MonitorType.HTTPS, "HTTP",
            MonitorType.PING, "PING",
            MonitorType.TCP, "TCP",
            MonitorType.TLS_HELLO, "TCP",
            MonitorType.UDP_CONNECT, "UDP-ECV");

    /** The longest interval that NetScaler takes, in seconds. */
    static final int MAX_DELAY = 20_940;

    private static final int MILLISECONDS = 1000;
    /** NetScaler wants an answer before it asks again. */
    private static final int GAP = 100;

    private MonitorMapper() {}

    /** Whether members are checked at all. */
    static boolean monitored(Pool pool) {
        return pool.healthMonitor() != null && pool.healthMonitor().spec().adminStateUp();
    }

    /** Maps the monitor of a pool that is monitored; its name. */
    static String map(Config config, UUID loadBalancer, Pool pool) {
        HealthMonitor monitor = pool.healthMonitor();
        HealthMonitorSpec spec = monitor.spec();
        String name = Names.of(loadBalancer, monitor.id());
        int delay = Math.max(1, spec.delay());
        int interval = delay * MILLISECONDS;
        int timeout = Math.min(Math.max(1, spec.timeout()), delay) * MILLISECONDS;
        config.add(
                NitroType.MONITOR,
                "monitorname",
                name,
                "type",
                TYPES.get(spec.type()),
                "interval",
                interval,
                "units3",
                "MSEC",
                "resptimeout",
                Math.min(timeout, interval - GAP),
                "units4",
                "MSEC",
                "downtime",
                delay,
                "retries",
                spec.maxRetriesDown(),
                "successretries",
                spec.maxRetries(),
                "httprequest",
                spec.type().speaksHttp() ? spec.httpMethod() + " " + spec.urlPath() : null,
                "respcode",
                spec.type().speaksHttp() ? String.join(",", StatusCodes.of(spec.expectedCodes())) : null,
                "customheaders",
                spec.domainName() == null ? null : "Host: " + spec.domainName() + "\r\n",
                "secure",
                TlsMapper.yes(secure(pool, spec.type())),
                "destport",
                pool.members().stream()
                        .map(member -> member.spec().monitorPort())
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse(null));
        return name;
    }

    private static boolean secure(Pool pool, MonitorType type) {
        return type == MonitorType.HTTPS
                || type == MonitorType.TLS_HELLO
                || (pool.spec().tls().tlsEnabled() && (type == MonitorType.HTTP || type == MonitorType.TCP));
    }
}
