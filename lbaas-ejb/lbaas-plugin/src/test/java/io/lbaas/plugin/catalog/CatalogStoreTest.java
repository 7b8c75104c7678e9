package io.lbaas.plugin.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lbaas.plugin.Postgres;
import io.lbaas.plugin.Samples;
import io.lbaas.plugin.StoredTree;
import io.lbaas.plugin.api.Catalog.AvailabilityZoneProfileSpec;
import io.lbaas.plugin.api.Catalog.AvailabilityZoneSpec;
import io.lbaas.plugin.api.Catalog.FlavorProfileSpec;
import io.lbaas.plugin.api.Catalog.FlavorSpec;
import io.lbaas.plugin.api.Fault;
import io.lbaas.plugin.api.Query;
import io.lbaas.plugin.entity.Amphora;
import io.lbaas.plugin.entity.AvailabilityZone;
import io.lbaas.plugin.entity.AvailabilityZoneProfile;
import io.lbaas.plugin.entity.Flavor;
import io.lbaas.plugin.entity.FlavorProfile;
import io.lbaas.plugin.list.Rows;
import io.lbaas.plugin.list.Sources;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class CatalogStoreTest {

    private final FlavorProfile profile = add(store -> {
        var entry = new FlavorProfile(UUID.randomUUID(), new FlavorProfileSpec("p", "noop", "{}"), Samples.NOW);
        store.add(Sources.FLAVOR_PROFILES, entry);
        return entry;
    });

    @Test
    void aNameIsTakenOnce() {
        flavor("silver " + profile.id());

        assertThatThrownBy(() -> flavor("silver " + profile.id()))
                .hasMessage("A flavor of silver " + profile.id() + " already exists.")
                .isInstanceOfSatisfying(
                        Fault.class, fault -> assertThat(fault.kind()).isEqualTo(Fault.Kind.CONFLICT));
    }

    @Test
    void whatIsInUseStays() {
        UUID flavor = flavor("gold " + profile.id()).id();
        var device = StoredTree.device(UUID.randomUUID().toString(), "noop", List.of());
        StoredTree.plant(Samples.loadBalancer(device.id(), "10.0.0.1").chosen(flavor, null));

        assertThatThrownBy(() -> remove(flavor)).hasMessage("Flavor " + flavor + " is in use and cannot be modified.");
        assertThatThrownBy(() -> add(store -> {
                    String key = profile.id().toString();
                    store.remove(Sources.FLAVOR_PROFILES, key, store.lock(Sources.FLAVOR_PROFILES, key));
                    return key;
                }))
                .hasMessage("Flavor Profile " + profile.id() + " is in use and cannot be modified.");
        assertThat(Postgres.<Boolean>inTransaction(
                        session -> new CatalogStore(session).used(Sources.FLAVORS, profile.id())))
                .isTrue();
    }

    @Test
    void whatIsNotInUseGoes() {
        UUID flavor = flavor("bronze " + profile.id()).id();

        remove(flavor);

        assertThatThrownBy(() -> remove(flavor)).hasMessage("Flavor " + flavor + " not found.");
        assertThatThrownBy(() -> rows(rows -> rows.get(Sources.FLAVORS, "no-uuid")))
                .hasMessage("Flavor no-uuid not found.");
    }

    @Test
    void availabilityZonesArePagedByName() {
        String suffix = " of " + profile.id();
        var first = zone("a" + suffix);
        zone("b" + suffix);
        var filter = Map.of(
                "availability_zone_profile_id",
                first.spec().availabilityZoneProfileId().toString(),
                "enabled",
                "True");

        List<AvailabilityZone> next = rows(rows -> rows.list(
                Sources.AVAILABILITY_ZONES,
                new Query(null, Map.of(), List.of(new Query.Sort("name", false)), 1, first.name(), false)));
        assertThat(next).hasSize(1);
        List<AvailabilityZone> filtered =
                rows(rows -> rows.list(Sources.AVAILABILITY_ZONES, new Query(null, filter, List.of(), 0, null, false)));
        assertThat(filtered).extracting(AvailabilityZone::name).containsExactly("a" + suffix);
        assertThatThrownBy(() -> rows(rows ->
                        rows.list(Sources.AVAILABILITY_ZONES, new Query(null, Map.of(), List.of(), 1, "none", false))))
                .hasMessage("Supplied pagination marker 'none' is not valid.");
    }

    @Test
    void anAmphoraIsALoadBalancerOnItsDevice() {
        var stored = StoredTree.plant();
        var filter = Map.of("loadbalancer_id", stored.id().toString(), "status", "BOOTING", "role", "STANDALONE");
        var query = new Query(null, filter, List.of(), 0, null, false);

        var found = rows(rows ->
                rows.list(Sources.AMPHORAE, query).stream().map(Amphora::view).toList());
        assertThat(found).singleElement().satisfies(amphora -> {
            assertThat(amphora.loadBalancerId()).isEqualTo(stored.id());
            Amphora same = rows(rows -> rows.get(Sources.AMPHORAE, amphora.id().toString()));
            assertThat(same.view()).isEqualTo(amphora);
        });

        stored.confirmAll();
        List<Amphora> booting = rows(rows -> rows.list(Sources.AMPHORAE, query));
        assertThat(booting).isEmpty();
    }

    private Flavor flavor(String name) {
        return add(store -> {
            var entry = new Flavor(UUID.randomUUID(), new FlavorSpec(name, "", true, profile.id()), Samples.NOW);
            store.add(Sources.FLAVORS, entry);
            return entry;
        });
    }

    private static AvailabilityZone zone(String name) {
        return add(store -> {
            var spec = new AvailabilityZoneProfileSpec(name, "noop", "{}");
            var zoneProfile = new AvailabilityZoneProfile(UUID.randomUUID(), spec, Samples.NOW);
            store.add(Sources.AVAILABILITY_ZONE_PROFILES, zoneProfile);
            var entry = new AvailabilityZone(
                    UUID.randomUUID(), new AvailabilityZoneSpec(name, "", true, zoneProfile.id()), Samples.NOW);
            store.add(Sources.AVAILABILITY_ZONES, entry);
            return entry;
        });
    }

    private static void remove(UUID flavor) {
        add(store -> {
            String key = flavor.toString();
            store.remove(Sources.FLAVORS, key, store.lock(Sources.FLAVORS, key));
            return key;
        });
    }

    private static <T> T add(Function<CatalogStore, T> work) {
        return Postgres.inTransaction(session -> work.apply(new CatalogStore(session)));
    }

    private static <T> T rows(Function<Rows, T> work) {
        return Postgres.inTransaction(session -> work.apply(new Rows(session)));
    }
}
