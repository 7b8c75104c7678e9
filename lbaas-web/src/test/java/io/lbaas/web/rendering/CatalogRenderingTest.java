package io.lbaas.web.rendering;

import static org.assertj.core.api.Assertions.assertThat;

import io.lbaas.plugin.api.Amphorae.Amphora;
import io.lbaas.plugin.api.Catalog.AvailabilityZoneSpec;
import io.lbaas.plugin.api.Catalog.Entry;
import io.lbaas.plugin.api.Catalog.FlavorSpec;
import io.lbaas.plugin.api.QuotaLimits;
import io.lbaas.plugin.api.Quotas.Quota;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class CatalogRenderingTest {

    private static final UUID ID = UUID.fromString("11111111-1111-4111-8111-111111111111");

    @Test
    void aQuotaHasBothSpellings() {
        var quota = new Quota("p1", new QuotaLimits(1, 2, 3, 4, 5, 6, 7));

        assertThat(CatalogRendering.quota(quota))
                .hasToString("{\"load_balancer\":1,\"listener\":2,\"pool\":3,\"member\":4,\"health_monitor\":5,"
                        + "\"l7policy\":6,\"l7rule\":7,\"loadbalancer\":1,\"healthmonitor\":5,"
                        + "\"project_id\":\"p1\",\"tenant_id\":\"p1\"}");
    }

    @Test
    void anAvailabilityZoneHasNoIdAndAFlavorHas() {
        var zone = new Entry<>(ID, new AvailabilityZoneSpec("west", "", true, ID));
        var flavor = new Entry<>(ID, new FlavorSpec("gold", "", true, ID));

        assertThat(CatalogRendering.named(zone).keySet())
                .containsExactlyInAnyOrder("name", "description", "enabled", "availability_zone_profile_id");
        assertThat(CatalogRendering.entry(flavor).keySet())
                .containsExactlyInAnyOrder("id", "name", "description", "enabled", "flavor_profile_id");
    }

    @Test
    void anAmphoraHasEveryKeyOfTheSpecification() {
        var amphora = new Amphora(ID, ID, ID, "192.0.2.1", ID, null, "STANDALONE", "ALLOCATED", Instant.EPOCH, null);

        assertThat(CatalogRendering.amphora(amphora).keySet())
                .containsExactlyInAnyOrder(
                        "id",
                        "loadbalancer_id",
                        "compute_id",
                        "lb_network_ip",
                        "vrrp_ip",
                        "ha_ip",
                        "vrrp_port_id",
                        "ha_port_id",
                        "cert_expiration",
                        "cert_busy",
                        "role",
                        "status",
                        "vrrp_interface",
                        "vrrp_id",
                        "vrrp_priority",
                        "cached_zone",
                        "created_at",
                        "updated_at",
                        "image_id",
                        "compute_flavor");
    }
}
