package io.lbaas.web.rendering;

import static org.assertj.core.api.Assertions.assertThat;

import io.lbaas.plugin.api.View;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A load balancer with what is in it. The samples are put together so that each belongs to the one before. */
class TreeRenderingTest {

    private static final View.OfListener LISTENER = new View.OfListener(
            Samples.LISTENER.state(),
            Samples.LISTENER.labels(),
            Samples.LISTENER.spec().withDefaultPool(Samples.ID),
            Samples.OTHER,
            List.of());

    private static final View.Tree TREE = new View.Tree(
            Samples.LOAD_BALANCER,
            List.of(LISTENER),
            List.of(Samples.POOL),
            List.of(of(Samples.ID), of(Samples.OTHER)),
            List.of(new View.OfHealthMonitor(
                    Samples.HEALTH_MONITOR.state(),
                    Samples.HEALTH_MONITOR.labels(),
                    Samples.HEALTH_MONITOR.spec(),
                    Samples.ID)),
            List.of(),
            List.of());

    @Test
    void theStatusesOfWhatListenersUse() {
        JsonObject root = StatusTree.of(TREE).getJsonObject("statuses").getJsonObject("loadbalancer");
        JsonObject listener = root.getJsonArray("listeners").getJsonObject(0);
        JsonObject pool = listener.getJsonArray("pools").getJsonObject(0);

        assertThat(root.keySet())
                .containsExactlyInAnyOrder("id", "name", "operating_status", "provisioning_status", "listeners");
        assertThat(root.getString("name")).isEmpty();
        assertThat(listener.keySet())
                .containsExactlyInAnyOrder("id", "name", "operating_status", "provisioning_status", "pools");
        assertThat(pool.keySet())
                .containsExactlyInAnyOrder(
                        "id", "name", "operating_status", "provisioning_status", "health_monitor", "members");
        assertThat(pool.getJsonObject("health_monitor").keySet())
                .containsExactlyInAnyOrder("id", "name", "type", "operating_status", "provisioning_status");
        assertThat(pool.getJsonArray("members")).hasSize(1);
        assertThat(pool.getJsonArray("members").getJsonObject(0).keySet())
                .containsExactlyInAnyOrder(
                        "id", "name", "operating_status", "provisioning_status", "address", "protocol_port");
    }

    @Test
    void poolsThatNoListenerUsesHaveNoPlaceInIt() {
        var unused = new View.Tree(
                TREE.root(), List.of(Samples.LISTENER), TREE.pools(), TREE.members(), List.of(), List.of(), List.of());

        assertThat(StatusTree.of(unused)
                        .getJsonObject("statuses")
                        .getJsonObject("loadbalancer")
                        .getJsonArray("listeners")
                        .getJsonObject(0)
                        .getJsonArray("pools"))
                .isEmpty();
    }

    @Test
    void whatWasCreatedInFull() {
        JsonObject created = FullRendering.loadBalancer(TREE);
        JsonObject pool = created.getJsonArray("pools").getJsonObject(0);

        assertThat(created.getJsonArray("listeners").getJsonObject(0).keySet())
                .contains("protocol_port", "l7policies")
                .doesNotContain("loadbalancers");
        assertThat(pool.keySet()).contains("lb_algorithm", "listeners").doesNotContain("loadbalancers");
        assertThat(pool.getJsonArray("members").getJsonObject(0).getInt("protocol_port"))
                .isEqualTo(80);
        assertThat(pool.getJsonObject("healthmonitor").keySet())
                .contains("delay")
                .doesNotContain("pools");
    }

    private static View.OfMember of(UUID poolId) {
        return new View.OfMember(Samples.MEMBER.state(), Samples.MEMBER.labels(), Samples.MEMBER.spec(), poolId);
    }
}
