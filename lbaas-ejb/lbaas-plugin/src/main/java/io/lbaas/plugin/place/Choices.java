package io.lbaas.plugin.place;

import io.lbaas.plugin.api.Fault;
import io.lbaas.plugin.config.Settings;
import io.lbaas.plugin.entity.LoadBalancer;
import io.lbaas.plugin.entity.Offer;
import io.lbaas.plugin.entity.Profile;
import io.lbaas.plugin.list.Rows;
import io.lbaas.plugin.list.Source;
import io.lbaas.plugin.list.Sources;
import io.lbaas.plugin.rule.PlacementHints;
import io.lbaas.plugin.rule.ProfileData;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** What the provider, the flavor and the availability zone that a tenant chose come to. */
@ApplicationScoped
public class Choices {

    private Rows rows;
    private Settings settings;

    protected Choices() {}

    @Inject
    public Choices(Rows rows, Settings settings) {
        this.rows = rows;
        this.settings = settings;
    }

    /** Something chosen, with its name in messages and what it means. */
    private record Chosen(String title, String key, boolean enabled, String provider, ProfileData data) {

        void requireEnabled(String option) {
            if (!enabled) {
                throw Fault.invalid("The selected " + option + " is not allowed in this deployment: " + key);
            }
        }

        void requireOf(String wanted) {
            if (!provider.equals(wanted)) {
                throw Fault.invalid(title + " '" + key + "' is not compatible with provider '" + wanted + "'");
            }
        }
    }

    /** The demand of a load balancer that there is already; what it was given may be disabled by now. */
    public Demand demand(LoadBalancer root) {
        return new Demand(
                root.provider(),
                root.flavorId(),
                PlacementHints.of(data(flavor(root.flavorId()), zone(root.availabilityZone()))));
    }

    /** What the flavor and the availability zone of a load balancer say to its driver. */
    public Map<String, String> driverData(LoadBalancer root) {
        return data(flavor(root.flavorId()), zone(root.availabilityZone())).ofDriver();
    }

    /**
     * The demand of a new load balancer; each of the three may be null. Without a provider it is that of the flavor or of
     * the availability zone, or the default.
     *
     * @throws Fault INVALID where something is unknown or disabled, or where the three contradict each other
     */
    public Demand demand(String provider, UUID flavorId, String availabilityZone) {
        Optional<Chosen> flavor = flavor(flavorId);
        Optional<Chosen> zone = zone(availabilityZone);
        flavor.ifPresent(chosen -> chosen.requireEnabled("flavor"));
        zone.ifPresent(chosen -> chosen.requireEnabled("availability_zone"));
        String wanted = Optional.ofNullable(provider)
                .or(() -> flavor.map(Chosen::provider))
                .or(() -> zone.map(Chosen::provider))
                .orElseGet(settings::defaultProvider);
        flavor.ifPresent(chosen -> chosen.requireOf(wanted));
        zone.ifPresent(chosen -> chosen.requireOf(wanted));
        return new Demand(wanted, flavorId, PlacementHints.of(data(flavor, zone)));
    }

    private static ProfileData data(Optional<Chosen> flavor, Optional<Chosen> zone) {
        return Stream.concat(flavor.stream(), zone.stream())
                .map(Chosen::data)
                .reduce(ProfileData.NONE, ProfileData::and);
    }

    private Optional<Chosen> flavor(UUID id) {
        return Optional.ofNullable(id)
                .map(UUID::toString)
                .map(key -> chosen(Sources.FLAVORS, Sources.FLAVOR_PROFILES, "flavor_id", key));
    }

    private Optional<Chosen> zone(String name) {
        return Optional.ofNullable(name)
                .map(key -> chosen(
                        Sources.AVAILABILITY_ZONES, Sources.AVAILABILITY_ZONE_PROFILES, "availability zone", key));
    }

    private Chosen chosen(
            Source<? extends Offer<?>> offers, Source<? extends Profile<?>> profiles, String attribute, String key) {
        Offer<?> offer = rows.find(offers, key).orElseThrow(() -> Fault.validation("Invalid " + attribute + "."));
        Profile<?> profile = rows.get(profiles, offer.profileId().toString());
        return new Chosen(
                offers.title(),
                key,
                offer.enabled(),
                profile.providerName(),
                ProfileData.parse("data", profile.data()));
    }
}
