package io.lbaas.driver.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.lbaas.driver.spi.DeviceReadException;
import io.lbaas.driver.spi.LoadBalancerDriver;
import io.lbaas.model.DesiredLoadBalancer;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What is read from the device covers what it knows, and nothing else. */
public interface ObservationContract extends DriverUnderTest {

    @Test
    default void probe_finds_the_device() {
        try (LoadBalancerDriver driver = open()) {
            assertThat(driver.probe().reachable()).isTrue();
            assertThat(driver.probe().capabilities()).isEqualTo(driver.info().capabilities());
            assertThat(driver.info().name()).isNotBlank();
        }
    }

    @Test
    default void health_covers_the_known_and_omits_the_unknown() throws DeviceReadException {
        try (LoadBalancerDriver driver = open()) {
            DesiredLoadBalancer one = tree().build();
            DesiredLoadBalancer other = tree().build();
            completes(driver, apply(one, 1));
            completes(driver, apply(other, 1));
            Set<UUID> covered = driver.health(List.of(one.id(), UUID.randomUUID()))
                    .byObject()
                    .keySet();
            if (driver.info().capabilities().reportsOperatingStatus()) {
                assertThat(covered).containsExactlyInAnyOrderElementsOf(objects(one));
            } else {
                assertThat(objects(one)).containsAll(covered);
            }
        }
    }

    @Test
    default void stats_cover_the_known_and_omit_the_unknown() throws DeviceReadException {
        try (LoadBalancerDriver driver = open()) {
            DesiredLoadBalancer one = tree().build();
            DesiredLoadBalancer other = tree().build();
            completes(driver, apply(one, 1));
            completes(driver, apply(other, 1));
            assertThat(driver.stats(List.of(one.id(), UUID.randomUUID()))
                            .byListener()
                            .keySet())
                    .containsExactly(one.listeners().get(0).id());
        }
    }

    /** All that has an operating status of its own: a health monitor has none. */
    private static Set<UUID> objects(DesiredLoadBalancer tree) {
        Set<UUID> ids = new HashSet<>(Set.of(tree.id()));
        tree.listeners().forEach(listener -> ids.add(listener.id()));
        tree.pools().forEach(pool -> {
            ids.add(pool.id());
            pool.members().forEach(member -> ids.add(member.id()));
        });
        return ids;
    }
}
