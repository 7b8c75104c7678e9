package io.lbaas.plugin.entity;

import io.lbaas.driver.spi.Capabilities;
import io.lbaas.driver.spi.DeviceReport;
import io.lbaas.driver.spi.DeviceSpec;
import io.lbaas.model.DesiredLoadBalancer;
import io.lbaas.plugin.api.Inventory;
import io.lbaas.plugin.api.Inventory.DeviceDescription;
import io.lbaas.plugin.api.Inventory.DeviceHealth;
import io.lbaas.plugin.api.Inventory.DeviceState;
import io.lbaas.plugin.api.Inventory.Evacuation;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.ElementCollection;
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

    /** Grows with settings and credentials, so that sessions with older ones are dropped. */
    private long revision;

    private int capacity;

    @Enumerated(EnumType.STRING)
    private DeviceState state;

    private Boolean reachable;

    @Convert(converter = InstantColumn.class)
    @Column(name = "health_since")
    private Instant healthSince;

    private String product;
    private String message;

    @Convert(converter = JsonColumn.OfCapabilities.class)
    private Capabilities capabilities;

    @Convert(converter = InstantColumn.class)
    @Column(name = "probed_at")
    private Instant probedAt;

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

    @Enumerated(EnumType.STRING)
    private Evacuation evacuation;

    /** The operator who asked for it; null where it is the policy's. */
    @Column(name = "evacuation_by")
    private String evacuationBy;

    @Column(name = "evacuation_note")
    private String evacuationNote;

    /** When the policy last began to evacuate it. */
    @Convert(converter = InstantColumn.class)
    @Column(name = "evacuated_at")
    private Instant evacuatedAt;

    @Version
    private long version;

    protected Device() {}

    public Device(UUID id, DeviceDescription description, Instant now) {
        this.id = id;
        this.credentials = Map.of();
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
        if (!description.settings().equals(settings) || !description.driver().equals(driver)) {
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
        if (state == DeviceState.ENABLED && evacuation == Evacuation.REQUESTED) {
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
        return state == DeviceState.ENABLED && reachable() && capabilities != null;
    }

    /** Whether it may be told anything at all. */
    public boolean touchable() {
        return state != DeviceState.DISABLED;
    }

    public boolean reachable() {
        return Boolean.TRUE.equals(reachable);
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
                || capabilities != null && capabilities.check(desired).acceptable();
    }

    /** Whether it is in a zone; null stands for any. */
    public boolean isIn(String wanted) {
        return wanted == null || wanted.equals(zone);
    }

    /** What it is, as far as that is known. */
    public String productOrName() {
        return product == null ? name : product;
    }

    /** How an agent reaches it. */
    public DeviceSpec spec() {
        return new DeviceSpec(id, driver, settings, credentials, revision);
    }

    /** Nothing until the device was probed. */
    public Optional<Capabilities> capabilities() {
        return Optional.ofNullable(capabilities);
    }

    public DeviceState state() {
        return state;
    }

    /** Whether it did not answer the last probe. */
    public boolean unreachable() {
        return Boolean.FALSE.equals(reachable);
    }

    /** Since when it has been as reachable as it is; null until it was probed. */
    public Instant healthSince() {
        return healthSince;
    }

    public Optional<Evacuation> evacuation() {
        return Optional.ofNullable(evacuation);
    }

    /** Who asked for the evacuation; nothing where the policy did. */
    public Optional<String> evacuationBy() {
        return Optional.ofNullable(evacuationBy);
    }

    /** Whether it has been unreachable for longer than its policy allows. */
    public boolean overdue(Instant now) {
        return unreachable() && evacuateAfter != null && !now.isBefore(healthSince.plusSeconds(evacuateAfter));
    }

    /** Whether the policy began to evacuate it since then. */
    public boolean evacuatedSince(Instant then) {
        return evacuatedAt != null && evacuatedAt.isAfter(then);
    }

    /** Its load balancers are to be moved, as an operator says; it takes no others. */
    public void evacuate(String operator) {
        evacuation = Evacuation.REQUESTED;
        evacuationBy = operator;
        evacuationNote = null;
        if (state == DeviceState.ENABLED) {
            state = DeviceState.DRAINING;
        }
    }

    /** Its load balancers are to be moved, as its policy says. */
    public void evacuateByPolicy(Instant now) {
        evacuation = Evacuation.AUTOMATIC;
        evacuationBy = null;
        evacuationNote = null;
        evacuatedAt = now;
    }

    public final void endEvacuation() {
        evacuation = null;
        evacuationBy = null;
        evacuationNote = null;
    }

    /** Says why load balancers are not moved; false where that was said already. */
    public boolean noteEvacuation(String words) {
        boolean news = !Objects.equals(words, evacuationNote);
        evacuationNote = words;
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

    private DeviceHealth health() {
        if (reachable == null) {
            return DeviceHealth.PROBING;
        }
        return reachable ? DeviceHealth.REACHABLE : DeviceHealth.UNREACHABLE;
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
                health(),
                healthSince,
                product,
                message,
                evacuation,
                evacuationNote,
                capabilities,
                probedAt);
    }
}
