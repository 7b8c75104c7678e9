package io.lbaas.plugin.config;

import io.lbaas.plugin.rule.IpAddress;
import io.lbaas.plugin.tree.Locking;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What an operator may set, with the defaults. Durations are ISO 8601, for example {@code PT30S}. */
@ApplicationScoped
public class Settings {

    @Inject
    @ConfigProperty(name = "lbaas.default-provider", defaultValue = "haproxy")
    private String defaultProvider;

    @Inject
    @ConfigProperty(name = "lbaas.providers")
    private Optional<String[]> providers;

    @Inject
    @ConfigProperty(name = "lbaas.locking", defaultValue = "object")
    private String locking;

    @Inject
    @ConfigProperty(name = "lbaas.network", defaultValue = "inventory")
    private String network;

    @Inject
    @ConfigProperty(name = "lbaas.reserved-ips", defaultValue = "169.254.169.254")
    private List<String> reservedIps;

    @Inject
    @ConfigProperty(name = "lbaas.deadline", defaultValue = "PT5M")
    private Duration deadline;

    @Inject
    @ConfigProperty(name = "lbaas.resend-after", defaultValue = "PT30S")
    private Duration resendAfter;

    @Inject
    @ConfigProperty(name = "lbaas.probe-period", defaultValue = "PT30S")
    private Duration probePeriod;

    @Inject
    @ConfigProperty(name = "lbaas.health-period", defaultValue = "PT10S")
    private Duration healthPeriod;

    @Inject
    @ConfigProperty(name = "lbaas.operation-retention", defaultValue = "P30D")
    private Duration operationRetention;

    @Inject
    @ConfigProperty(name = "lbaas.idempotency-retention", defaultValue = "PT24H")
    private Duration idempotencyRetention;

    @Inject
    @ConfigProperty(name = "lbaas.stats-period", defaultValue = "PT10S")
    private Duration statsPeriod;

    @Inject
    @ConfigProperty(name = "lbaas.audit.period", defaultValue = "PT5M")
    private Duration auditPeriod;

    @Inject
    @ConfigProperty(name = "lbaas.audit.step", defaultValue = "20")
    private int repairStep;

    @Inject
    @ConfigProperty(name = "lbaas.audit.orphan-grace", defaultValue = "PT1M")
    private Duration orphanGrace;

    @Inject
    @ConfigProperty(name = "lbaas.audit.tombstone-age", defaultValue = "PT1H")
    private Duration tombstoneAge;

    @Inject
    @ConfigProperty(name = "lbaas.migrate", defaultValue = "false")
    private boolean migrate;

    @Inject
    @ConfigProperty(name = "lbaas.devices")
    private Optional<String[]> devices;

    @Inject
    @ConfigProperty(name = "lbaas.data-dir")
    private Optional<String> dataDirectory;

    @Inject
    @ConfigProperty(name = "lbaas.admin.credentials-file")
    private Optional<String> credentialsFile;

    public String defaultProvider() {
        return defaultProvider;
    }

    /** The providers that are enabled with their descriptions; empty for the drivers of all devices. */
    public Map<String, String> providers() {
        return providers.stream()
                .flatMap(Arrays::stream)
                .map(item -> item.split(":", 2))
                .collect(Collectors.toUnmodifiableMap(item -> item[0].strip(), item -> item[item.length - 1].strip()));
    }

    public Locking locking() {
        return Locking.of(locking);
    }

    /** Whether ids of networks, subnets and ports that are not in the inventory are taken as they are. */
    public boolean permissive() {
        return "permissive".equals(network);
    }

    /** Addresses that no device may be made to connect to. */
    public Set<IpAddress> reservedIps() {
        return reservedIps.stream()
                .map(literal -> IpAddress.parse(literal.strip())
                        .orElseThrow(() -> new IllegalStateException("lbaas.reserved-ips: not an address: " + literal)))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** How long an object may be pending. */
    public Duration deadline() {
        return deadline;
    }

    /** How long after a command without an answer it is sent again, at first. */
    public Duration resendAfter() {
        return resendAfter;
    }

    /** How often devices are probed. */
    public Duration probePeriod() {
        return probePeriod;
    }

    /** How often operating statuses are read. */
    public Duration healthPeriod() {
        return healthPeriod;
    }

    /** How long the records of changes are kept. */
    public Duration operationRetention() {
        return operationRetention;
    }

    /** How long the answer to a request with an idempotency key is kept. */
    public Duration idempotencyRetention() {
        return idempotencyRetention;
    }

    /** How often traffic counters are read. */
    public Duration statsPeriod() {
        return statsPeriod;
    }

    /** About how often devices are audited. */
    public Duration auditPeriod() {
        return auditPeriod;
    }

    /** How many repairs one device is given within ten seconds. */
    public int repairStep() {
        return repairStep;
    }

    /** How long what nobody asked for is left on a device. */
    public Duration orphanGrace() {
        return orphanGrace;
    }

    /** How long after its last change a load balancer's tombstone is kept. */
    public Duration tombstoneAge() {
        return tombstoneAge;
    }

    /** Whether this process brings the database schema up to date when it starts. */
    public boolean migrate() {
        return migrate;
    }

    /** Drivers that are to have a device on this host. */
    public List<String> devices() {
        return devices.map(List::of).orElse(List.of());
    }

    /** Where devices on this host keep their files. */
    public Optional<Path> dataDirectory() {
        return dataDirectory.map(Path::of);
    }

    /** Where the first administrator's password is written. */
    public Optional<Path> credentialsFile() {
        return credentialsFile.map(Path::of);
    }
}
