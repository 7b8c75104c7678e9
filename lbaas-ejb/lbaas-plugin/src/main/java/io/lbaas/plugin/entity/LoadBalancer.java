package io.lbaas.plugin.entity;

import io.lbaas.model.LoadBalancerSpec;
import io.lbaas.model.ObjectType;
import io.lbaas.plugin.api.Labels;
import io.lbaas.plugin.api.View.Vip;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** A load balancer, with the generations of the tree beneath it. */
@Entity
@Table(name = "load_balancer")
@AttributeOverride(name = "generation", column = @Column(name = "own_generation"))
public class LoadBalancer extends Provisioned<LoadBalancerSpec> {

    @Convert(converter = JsonColumn.OfLoadBalancer.class)
    private LoadBalancerSpec spec;

    @Convert(converter = JsonColumn.OfLoadBalancer.class)
    @Column(name = "last_good")
    private LoadBalancerSpec lastGood;

    @Column(name = "device_id")
    private UUID deviceId;

    private String provider;

    @Column(name = "vip_address")
    private String vipAddress;

    @Column(name = "vip_subnet_id")
    private UUID vipSubnetId;

    @Column(name = "vip_network_id")
    private UUID vipNetworkId;

    @Column(name = "vip_port_id")
    private UUID vipPortId;

    @Convert(converter = JsonColumn.Vips.class)
    @Column(name = "additional_vips")
    private List<Vip> additionalVips;

    @Convert(converter = UuidColumn.class)
    @Column(name = "flavor_id")
    private UUID flavorId;

    @Column(name = "availability_zone")
    private String availabilityZone;

    /** Of the desired tree; what a generation contains never changes. */
    @Column(name = "generation")
    private long treeGeneration;

    @Column(name = "settled_generation")
    private long settledGeneration;

    @Column(name = "applied_generation")
    private long appliedGeneration;

    @Column(name = "applied_digest")
    private String appliedDigest;

    private int sends;

    @Convert(converter = InstantColumn.class)
    @Column(name = "resend_at")
    private Instant resendAt;

    @Convert(converter = InstantColumn.class)
    @Column(name = "overdue_at")
    private Instant overdueAt;

    protected LoadBalancer() {}

    /** A new one; {@code vips} has at least one. */
    public LoadBalancer(
            UUID id,
            String projectId,
            Labels labels,
            LoadBalancerSpec spec,
            List<Vip> vips,
            UUID deviceId,
            String provider,
            Instant now) {
        super(id, projectId, labels, now);
        this.spec = spec;
        this.deviceId = deviceId;
        this.provider = provider;
        Vip vip = vips.get(0);
        this.additionalVips = List.copyOf(vips.subList(1, vips.size()));
        this.vipAddress = vip.address();
        this.vipSubnetId = vip.subnetId();
        this.vipNetworkId = vip.networkId();
        this.vipPortId = vip.portId();
    }

    @Override
    public ObjectType type() {
        return ObjectType.LOAD_BALANCER;
    }

    @Override
    public LoadBalancerSpec spec() {
        return spec;
    }

    @Override
    public LoadBalancerSpec lastGood() {
        return lastGood;
    }

    @Override
    protected void spec(LoadBalancerSpec changed) {
        spec = changed;
    }

    @Override
    protected void lastGood(LoadBalancerSpec good) {
        lastGood = good;
    }

    public UUID deviceId() {
        return deviceId;
    }

    /** Gives it another place; what is sent in newer generations goes there. */
    public void moveTo(UUID device) {
        deviceId = device;
    }

    public String provider() {
        return provider;
    }

    /** Notes what was chosen; null for nothing in particular. */
    public LoadBalancer chosen(UUID flavor, String zone) {
        flavorId = flavor;
        availabilityZone = zone;
        return this;
    }

    public UUID flavorId() {
        return flavorId;
    }

    public String availabilityZone() {
        return availabilityZone;
    }

    public Vip vip() {
        return new Vip(vipAddress, vipSubnetId, vipNetworkId, vipPortId);
    }

    public List<Vip> additionalVips() {
        return additionalVips;
    }

    /** All its VIPs, the first one first. */
    public Stream<Vip> vips() {
        return Stream.concat(Stream.of(vip()), additionalVips.stream());
    }

    /** The addresses of all its VIPs, the first one first. */
    public List<String> vipAddresses() {
        return vips().map(Vip::address).toList();
    }

    /** Grows with every accepted change of the load balancer or of anything beneath it. */
    public long generation() {
        return treeGeneration;
    }

    /** The last generation of which no object awaits an answer. */
    public long settledGeneration() {
        return settledGeneration;
    }

    /** The last generation that the device is known to have had. */
    public long appliedGeneration() {
        return appliedGeneration;
    }

    public Instant resendAt() {
        return resendAt;
    }

    public long nextGeneration() {
        return ++treeGeneration;
    }

    /** The device was found with a generation that we do not know: ours must be newer. */
    public void outrun(long found) {
        treeGeneration = Math.max(treeGeneration, found) + 1;
    }

    /**
     * The device has a generation.
     *
     * @param digest of its configuration, as the device told it; empty for none, null where it did not tell
     */
    public void applied(long generation, String digest) {
        if (generation >= appliedGeneration) {
            appliedGeneration = generation;
            appliedDigest = digest;
        }
        if (appliedGeneration >= treeGeneration) {
            sends = 0;
            resendAt = null;
        }
    }

    /**
     * Notes how far answers are there.
     *
     * @param overdue when the first of the answers that are awaited is overdue; null where none is awaited
     */
    public void settled(long generation, Instant overdue) {
        settledGeneration = overdue == null ? treeGeneration : Math.max(settledGeneration, generation);
        overdueAt = overdue;
    }

    /** A command was sent; the next time waits twice as long, up to {@code longest}. */
    public void sent(Instant now, Duration first, Duration longest) {
        Duration pause = first.multipliedBy(1L << Math.min(sends, 16));
        resendAt = now.plus(pause.compareTo(longest) < 0 ? pause : longest);
        sends++;
    }

    /** It is sent again soon, whether that was answered or not. */
    public void hasten(Instant now) {
        resendAt = now;
    }

    /** Whether it is to be sent again now. */
    public boolean due(Instant now) {
        return resendAt != null && !resendAt.isAfter(now);
    }

    /** A new generation begins to be sent. */
    public void unsent() {
        sends = 0;
    }
}
