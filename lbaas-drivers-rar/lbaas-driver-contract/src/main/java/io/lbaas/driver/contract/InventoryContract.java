package io.lbaas.driver.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.lbaas.driver.spi.DeviceReadException;
import io.lbaas.driver.spi.Inventory;
import io.lbaas.driver.spi.LoadBalancerDriver;
import io.lbaas.driver.spi.ObservedLoadBalancer;
import io.lbaas.driver.spi.Outcome;
import io.lbaas.model.DesiredLoadBalancer;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The device itself remembers what it was given. */
public interface InventoryContract extends DriverUnderTest {

    @Test
    default void new_device_has_nothing_of_ours() throws DeviceReadException {
        try (LoadBalancerDriver driver = open()) {
            assertThat(driver.list().entries()).isEmpty();
            assertThat(driver.observe(UUID.randomUUID())).isEqualTo(new ObservedLoadBalancer(false, 0, "", true));
        }
    }

    @Test
    default void generations_digests_and_tombstones_survive_a_restart_of_the_agent() throws DeviceReadException {
        DesiredLoadBalancer kept = tree().build();
        DesiredLoadBalancer removed = tree().build();
        Outcome.Completed completed;
        try (LoadBalancerDriver driver = open()) {
            completed = completes(driver, apply(kept, 7));
            completes(driver, apply(removed, 1));
            completes(driver, remove(removed.id(), 2));
        }
        try (LoadBalancerDriver driver = open()) {
            assertThat(driver.list().entries())
                    .containsExactlyInAnyOrder(
                            new Inventory.Entry(kept.id(), 7, completed.digest(), false),
                            new Inventory.Entry(removed.id(), 2, "", true));
            refusedAsStale(driver, apply(kept, 6));
            refusedAsStale(driver, apply(removed, 2));
            assertThat(completes(driver, apply(kept, 7)).digest()).isEqualTo(completed.digest());
        }
    }
}
