package io.lbaas.plugin.entity;

import io.lbaas.driver.spi.Capabilities;
import io.lbaas.driver.spi.DeviceReport;
import io.lbaas.driver.spi.DeviceSpec;
import io.lbaas.model.DesiredLoadBalancer;
import io.lbaas.plugin.api.Inventory;
import io.lbaas.plugin.api.Inventory.DeviceDescription;
import io.lbaas.plugin.api.Inventory.DeviceHealth;
import io.lbaas.plugin.api.Inventory.DeviceState;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.persistence.annotations.BatchFetch;
import org.eclipse.persistence.annotations.BatchFetchType;

/** A device that load balancers are placed on. */
@Entity
public class Device {

    @Id
    private UUID id;

    private String name;
    private String driver;

    @Convert(converter = JsonColumn.Settings.class)
    private Map<String, String> settings;

    /** As ciphertext. */
    @Convert(converter = JsonColumn.Settings.class)
    private Map<String, String> credentials;

    /** Grows with settings and credentials, and when the device may be touched again: what is older is void. */
    private long revision;

    private int capacity;

    @Enumerated(EnumType.STRING)
    private DeviceState state;

    /** Null where it was read and all its columns are. */
    @Embedded
    private ProbeFindings findings;

    @Convert(converter = InstantColumn.class)
    @Column(name = "probe_at")
    private Instant probeAt;

    @Convert(converter = InstantColumn.class)
    @Column(name = "health_at")
    private Instant healthAt;

    @ElementCollection(fetch = FetchType.LAZY)
    @BatchFetch(BatchFetchType.IN)
    @CollectionTable(name = "device_vip_subnet", joinColumns = @JoinColumn(name = "device_id"))
    @Column(name = "vip_subnet_id")
    @Convert(converter = UuidColumn.class)
    private Set<UUID> vipSubnetIds;

    private String zone;

    @ElementCollection(fetch = FetchType.LAZY)
    @BatchFetch(BatchFetchType.IN)
    @CollectionTable(name = "device_flavor", joinColumns = @JoinColumn(name = "device_id"))
    @Column(name = "flavor_id")
    @Convert(converter = UuidColumn.class)
    private Set<UUID> flavorIds;

    /** In seconds. */
    @Column(name = "evacuate_after")
    private Integer evacuateAfter;

    /** Null where it was read and all its columns are. */
    @Embedded
    private EvacuationMark evacuation;

    @Version
    private long version;

    protected Device() {}

    public Device(UUID id, DeviceDescription description, Instant now) {
        this.id = id;
        this.credentials = Map.of();
        this.findings = new ProbeFindings();
        this.evacuation = new EvacuationMark();
        this.probeAt = now;
        this.healthAt = now;
        change(description);
    }

    public UUID id() {
        return id;
    }

    public String driver() {
        return driver;
    }

    public final void change(DeviceDescription description) {
        boolean opened = state == DeviceState.DISABLED && description.state() != DeviceState.DISABLED;
        if (opened
                || !description.settings().equals(settings)
                || !description.driver().equals(driver)) {
            revision++;
        }
        name = description.name();
        driver = description.driver();
        settings = Map.copyOf(description.settings());
        capacity = description.capacity();
        state = description.state();
        vipSubnetIds = new HashSet<>(description.vipSubnetIds());
        zone = description.zone();
        flavorIds = new HashSet<>(description.flavorIds());
        evacuateAfter = description.evacuateAfter();
        if (state == DeviceState.ENABLED && evacuation().requested()) {
            endEvacuation();
        }
    }

    /** Replaces the credentials; {@code sealed} is ciphertext for this device. */
    public void admitWith(Map<String, String> sealed) {
        credentials = Map.copyOf(sealed);
        revision++;
    }

    public String name() {
        return name;
    }

    public int capacity() {
        return capacity;
    }

    /** Whether new load balancers may be placed on it: it is enabled and has answered. */
    public boolean takesNew() {
        return state == DeviceState.ENABLED && reachable() && capabilities().isPresent();
    }

    /** Whether it may be told anything at all. */
    public boolean touchable() {
        return state != DeviceState.DISABLED;
    }

    public boolean reachable() {
        return findings().health() == DeviceHealth.REACHABLE;
    }

    /** Whether the operator gave it that subnet. */
    public boolean isGiven(UUID subnetId) {
        return vipSubnetIds.contains(subnetId);
    }

    /** A device without subnets does not mind where its VIPs come from. */
    public boolean servesAnySubnet() {
        return vipSubnetIds.isEmpty();
    }

    public boolean serves(UUID subnetId) {
        return servesAnySubnet() || isGiven(subnetId);
    }

    /** Whether load balancers of a flavor may be placed on it; null stands for load balancers without one. */
    public boolean takesFlavor(UUID flavorId) {
        return flavorIds.isEmpty() || flavorIds.contains(flavorId);
    }

    /** Whether it could have a load balancer with that in it; null for nothing in particular. */
    public boolean canDo(DesiredLoadBalancer desired) {
        return desired == null
                || capabilities()
                        .filter(able -> able.check(desired).acceptable())
                        .isPresent();
    }

    /** Whether it is in a zone; null stands for any. */
    public boolean isIn(String wanted) {
        return wanted == null || wanted.equals(zone);
    }

    /** What it is, as far as that is known. */
    public String productOrName() {
        return Objects.requireNonNullElse(findings().product(), name);
    }

    /** How an agent reaches it. */
    public DeviceSpec spec() {
        return new DeviceSpec(id, driver, settings, credentials, revision);
    }

    /** Nothing until the device was probed. */
    public Optional<Capabilities> capabilities() {
        return Optional.ofNullable(findings().capabilities());
    }

    public DeviceState state() {
        return state;
    }

    /** Whether it did not answer the last probe. */
    public boolean unreachable() {
        return findings().health() == DeviceHealth.UNREACHABLE;
    }

    /** Since when it has been as reachable as it is; null until it was probed. */
    public Instant healthSince() {
        return findings().healthSince();
    }

    public EvacuationMark evacuation() {
        return Objects.requireNonNullElse(evacuation, EvacuationMark.NONE);
    }

    /** Whether it has been unreachable for longer than its policy allows. */
    public boolean overdue(Instant now) {
        return unreachable()
                && evacuateAfter != null
                && !now.isBefore(healthSince().plusSeconds(evacuateAfter));
    }

    /** Its load balancers are to be moved, as an operator says; it takes no others. */
    public void evacuate(String operator) {
        evacuation = evacuation().requestedBy(operator);
        if (state == DeviceState.ENABLED) {
            state = DeviceState.DRAINING;
        }
    }

    /** Its load balancers are to be moved, as its policy says. */
    public void evacuateByPolicy(Instant now) {
        evacuation = evacuation().begunByPolicy(now);
    }

    public final void endEvacuation() {
        evacuation = evacuation().ended();
    }

    /** Says why load balancers are not moved; false where that was said already. */
    public boolean noteEvacuation(String words) {
        boolean news = !Objects.equals(words, evacuation().note());
        evacuation = evacuation().noted(words);
        return news;
    }

    /** What is wrong with it by a report, in words; null where nothing is. */
    public String problems(DeviceReport report) {
        String keys = report.capabilities() == null
                ? ""
                : report.capabilities().deviceKeys().problem(settings.keySet(), credentials.keySet());
        String words = Stream.of(report.message(), keys)
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining("; "));
        return words.isEmpty() ? null : words;
    }

    private ProbeFindings findings() {
        return Objects.requireNonNullElse(findings, ProbeFindings.NONE);
    }

    public Inventory.Device view(long loadBalancers, long stale) {
        var description = new DeviceDescription(
                name,
                driver,
                settings,
                capacity,
                state,
                List.copyOf(vipSubnetIds),
                zone,
                List.copyOf(flavorIds),
                evacuateAfter);
        return new Inventory.Device(
                id,
                description,
                credentials.keySet(),
                loadBalancers - stale,
                stale,
                findings().health(),
                findings().healthSince(),
                findings().product(),
                findings().message(),
                evacuation().kind().orElse(null),
                evacuation().note(),
                findings().capabilities(),
                findings().probedAt());
    }
}
