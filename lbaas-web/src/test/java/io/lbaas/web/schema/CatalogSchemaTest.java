package io.lbaas.web.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lbaas.plugin.api.Catalog.FlavorProfileSpec;
import io.lbaas.plugin.api.QuotaLimits;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CatalogSchemaTest {

    @ParameterizedTest
    @ValueSource(strings = {"loadbalancer", "load_balancer"})
    void aQuotaIsReadInBothSpellings(String key) {
        assertThat(quota("{'" + key + "': 5}").loadBalancer()).isEqualTo(5);
    }

    @Test
    void nullReturnsALimitToTheDefaultAndAbsenceLeavesIt() {
        QuotaLimits changed = Schemas.QUOTA
                .update(input("{'quota': {'pool': null, 'member': '7'}}"))
                .change(QuotaLimits.class)
                .apply(new QuotaLimits(1, 2, 3, 4, 5, 6, 7));

        assertThat(changed).isEqualTo(new QuotaLimits(1, 2, null, 7, 5, 6, 7));
    }

    @ParameterizedTest
    @ValueSource(strings = {"name", "provider_name", "flavor_data"})
    void aProfileKeepsItsAttributes(String attribute) {
        assertThatThrownBy(() -> Schemas.FLAVOR_PROFILE
                        .update(input("{'flavorprofile': {'" + attribute + "': null}}"))
                        .change(FlavorProfileSpec.class))
                .hasMessage(
                        "Invalid input for field/attribute " + attribute + ". Value: 'None'. Mandatory field missing.");
    }

    @Test
    void whatAFlavorOrAZoneIsMadeOfDoesNotChange() {
        assertThatThrownBy(() -> Schemas.FLAVOR.update(input("{'flavor': {'flavor_profile_id': null}}")))
                .hasMessageContaining("Unknown attribute");
        assertThatThrownBy(() -> Schemas.AVAILABILITY_ZONE.update(input("{'availability_zone': {'name': 'x'}}")))
                .hasMessageContaining("Unknown attribute");
    }

    @Test
    void theLinksOfProfilesAreNamedAfterOne() {
        assertThat(Schemas.FLAVOR_PROFILE.links()).isEqualTo("flavorprofile_links");
        assertThat(Schemas.AVAILABILITY_ZONE_PROFILE.links()).isEqualTo("availability_zone_profile_links");
        assertThat(Schemas.AVAILABILITY_ZONE.links()).isEqualTo("availability_zones_links");
    }

    private static QuotaLimits quota(String json) {
        return Schemas.QUOTA
                .update(input("{'quota': " + json + "}"))
                .change(QuotaLimits.class)
                .apply(QuotaLimits.UNSET);
    }

    private static InputStream input(String json) {
        return new ByteArrayInputStream(json.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
    }
}
