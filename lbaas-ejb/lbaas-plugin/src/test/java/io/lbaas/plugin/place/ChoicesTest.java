package io.lbaas.plugin.place;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lbaas.plugin.Postgres;
import io.lbaas.plugin.Samples;
import io.lbaas.plugin.api.Catalog.AvailabilityZoneProfileSpec;
import io.lbaas.plugin.api.Catalog.AvailabilityZoneSpec;
import io.lbaas.plugin.api.Inventory.DeviceDescription;
import io.lbaas.plugin.api.Inventory.DeviceState;
import io.lbaas.plugin.entity.AvailabilityZone;
import io.lbaas.plugin.entity.AvailabilityZoneProfile;
import io.lbaas.plugin.list.Rows;
import io.lbaas.plugin.store.DeviceRooms;
import io.lbaas.plugin.store.Devices;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What flavors and availability zones mean for the choice of the device. */
class ChoicesTest {

    private final Site site = new Site();
    private final String driver = site.driver();

    @Test
    void anAvailabilityZoneIsWhereItsDevicesAre() {
        device("east", 100, List.of());
        UUID west = device("west", 100, List.of());
        load(west);
        String zone = zone("{\"compute_zone\": \"west\"}", true);

        assertThat(place(null, null, zone)).isEqualTo(west);
    }

    @Test
    void aDeviceThatIsKeptForAFlavorTakesNoOthers() {
        UUID gold = flavor("{}", true);
        UUID kept = device(null, 100, List.of(gold));
        assertThatThrownBy(() -> place(driver, null, null))
                .hasMessage("No device of provider '" + driver
                        + "' takes load balancers of this flavor in this availability zone.");

        UUID any = device(null, 100, List.of());
        assertThat(place(driver, null, null)).isEqualTo(any);
        load(any);
        assertThat(place(null, gold, null)).isEqualTo(kept);
    }

    @Test
    void aFlavorMayPackItsLoadBalancers() {
        UUID used = device(null, 100, List.of());
        UUID fresh = device(null, 100, List.of());
        load(used);
        load(used);

        assertThat(place(null, flavor("{\"placement\": \"SPREAD\"}", true), null))
                .isEqualTo(fresh);
        assertThat(place(null, flavor("{\"placement\": \"PACK\"}", true), null)).isEqualTo(used);
    }

    @Test
    void aFlavorMayLeaveRoom() {
        UUID only = device(null, 4, List.of());
        UUID half = flavor("{\"max_fill\": 50}", true);
        load(only);
        assertThat(place(null, half, null)).isEqualTo(only);

        assertThatThrownBy(() -> place(null, half, null))
                .hasMessage("No device of provider '" + driver + "' is reachable and has capacity left.");
        assertThat(place(driver, null, null)).isEqualTo(only);
    }

    @Test
    void refusesWhatIsUnknownDisabledOrOfAnotherProvider() {
        device(null, 1, List.of());
        UUID unknown = UUID.randomUUID();
        assertThatThrownBy(() -> place(driver, unknown, null)).hasMessage("Validation failure: Invalid flavor_id.");
        assertThatThrownBy(() -> place(driver, null, "nowhere"))
                .hasMessage("Validation failure: Invalid availability zone.");

        UUID disabled = flavor("{}", false);
        assertThatThrownBy(() -> place(driver, disabled, null))
                .hasMessage("The selected flavor is not allowed in this deployment: " + disabled);
        String closed = zone("{}", false);
        assertThatThrownBy(() -> place(driver, null, closed))
                .hasMessage("The selected availability_zone is not allowed in this deployment: " + closed);

        UUID flavor = flavor("{}", true);
        assertThatThrownBy(() -> place("other", flavor, null))
                .hasMessage("Flavor '" + flavor + "' is not compatible with provider 'other'");
    }

    @Test
    void aProviderThatIsConfiguredWithoutADeviceIsNotFound() {
        assertThatThrownBy(() -> Postgres.inTransaction(
                        session -> new Providers(new Devices(session), Samples.settings(Map.of(driver, "None yet")))
                                .devicesOf(driver)))
                .hasMessage("Provider '" + driver + "' was not found.");
        assertThatThrownBy(() -> place(driver, null, null)).hasMessage("Provider '" + driver + "' is not enabled.");
    }

    private UUID place(String provider, UUID flavorId, String zone) {
        return site.place(
                        session -> new Choices(new Rows(session), Samples.settings()).demand(provider, flavorId, zone),
                        Site.in(UUID.randomUUID()))
                .deviceId();
    }

    private UUID device(String zone, int capacity, List<UUID> flavors) {
        return Site.device(new DeviceDescription(
                        UUID.randomUUID().toString(),
                        driver,
                        Map.of(),
                        capacity,
                        DeviceState.ENABLED,
                        List.of(),
                        zone,
                        flavors,
                        null))
                .id();
    }

    private static void load(UUID device) {
        Postgres.inTransaction(session -> new DeviceRooms(session).take(device));
    }

    private UUID flavor(String data, boolean enabled) {
        return site.flavor(data, enabled);
    }

    private String zone(String data, boolean enabled) {
        return Postgres.inTransaction(session -> {
            var profile = new AvailabilityZoneProfile(
                    UUID.randomUUID(), new AvailabilityZoneProfileSpec("p", driver, data), Samples.NOW);
            var spec = new AvailabilityZoneSpec(UUID.randomUUID().toString(), "", enabled, profile.id());
            session.persist(profile);
            session.flush();
            session.persist(new AvailabilityZone(UUID.randomUUID(), spec, Samples.NOW));
            return spec.name();
        });
    }
}
