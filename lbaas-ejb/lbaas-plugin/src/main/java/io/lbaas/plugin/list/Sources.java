package io.lbaas.plugin.list;

import static java.util.Map.entry;

import io.lbaas.plugin.entity.Amphora;
import io.lbaas.plugin.entity.AvailabilityZone;
import io.lbaas.plugin.entity.AvailabilityZoneProfile;
import io.lbaas.plugin.entity.Flavor;
import io.lbaas.plugin.entity.FlavorProfile;
import io.lbaas.plugin.entity.ProjectQuota;
import java.util.List;
import java.util.Map;

/** What can be listed beside the objects of load balancers. */
public final class Sources {

    public static final Source<Flavor> FLAVORS =
            Source.of(Flavor.class, "flavor", "Flavor", offers("flavor_profile_id"));

    public static final Source<FlavorProfile> FLAVOR_PROFILES =
            Source.of(FlavorProfile.class, "flavor_profile", "Flavor Profile", profiles("flavor_data"));

    public static final Source<AvailabilityZone> AVAILABILITY_ZONES = Source.of(
                    AvailabilityZone.class,
                    "availability_zone",
                    "Availability Zone",
                    offers("availability_zone_profile_id"))
            .knownBy(Attribute.text("name"));

    public static final Source<AvailabilityZoneProfile> AVAILABILITY_ZONE_PROFILES = Source.of(
            AvailabilityZoneProfile.class,
            "availability_zone_profile",
            "Availability Zone Profile",
            profiles("availability_zone_data"));

    private static final Attribute PROJECT = Attribute.text("project_id");

    public static final Source<ProjectQuota> QUOTAS = new Source<>(
            ProjectQuota.class,
            "quota",
            "Quota",
            PROJECT,
            false,
            List.of(),
            List.of(PROJECT),
            Map.of("project_id", PROJECT));

    /** The columns of the API that say nothing here are not among these. */
    public static final Source<Amphora> AMPHORAE = Source.of(
            Amphora.class,
            "amphora",
            "Amphora",
            Map.ofEntries(
                    entry("id", Attribute.uuid("id")),
                    entry("loadbalancer_id", Attribute.uuid("load_balancer_id")),
                    entry("compute_id", Attribute.uuid("device_id")),
                    entry("ha_ip", Attribute.text("vip_address")),
                    entry("ha_port_id", Attribute.uuid("vip_port_id")),
                    entry("cached_zone", Attribute.optionalText("zone")),
                    entry("role", Attribute.text("role")),
                    entry("status", Attribute.text("status")),
                    entry("created_at", Attribute.instant("created_at")),
                    entry("updated_at", Attribute.optionalInstant("updated_at"))));

    private Sources() {}

    private static Map<String, Attribute> offers(String profile) {
        return Map.of(
                "id",
                Attribute.uuid("id"),
                "name",
                Attribute.text("name"),
                "description",
                Attribute.text("description"),
                "enabled",
                Attribute.flag("enabled"),
                profile,
                Attribute.uuid("profile_id"));
    }

    private static Map<String, Attribute> profiles(String data) {
        return Map.of(
                "id",
                Attribute.uuid("id"),
                "name",
                Attribute.text("name"),
                "provider_name",
                Attribute.text("provider_name"),
                data,
                Attribute.text("data"));
    }
}
