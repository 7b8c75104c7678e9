package io.lbaas.driver.noop;

import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.lbaas.driver.contract.DeviceFaults;
import io.lbaas.driver.contract.DriverUnderTest;
import io.lbaas.driver.spi.Change;
import io.lbaas.driver.spi.LoadBalancerDriver;
import io.lbaas.model.DesiredLoadBalancer;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Does harm to a device by its memory, or by its settings.
 *
 * @param trouble settings of the sessions that are opened from now on
 */
record NoopFaults(NoopDevice device, Map<String, String> trouble, DriverUnderTest test) implements DeviceFaults {

    @Override
    public void alter(UUID loadBalancerId) {
        Remembered known = device.store().get(loadBalancerId);
        device.store()
                .put(
                        loadBalancerId,
                        new Remembered(known.generation(), known.digest(), List.of("member of someone else")));
    }

    @Override
    public void lose(UUID loadBalancerId) {
        device.store().forget(loadBalancerId);
    }

    @Override
    public void breakOff(Change change) {
        try (Trouble crash = setting("crash", "true");
                LoadBalancerDriver driver = test.open()) {
            assertThatIllegalStateException().isThrownBy(() -> driver.apply(List.of(change)));
        }
    }

    @Override
    public Trouble hang() {
        return setting("hang", "true");
    }

    @Override
    public Trouble beBusy() {
        return setting("fail", "BUSY");
    }

    @Override
    public Trouble cutOff() {
        return setting("reachable", "false");
    }

    /** It would serve what it remembers. */
    @Override
    public boolean serves(DesiredLoadBalancer tree) {
        Remembered known = device.store().get(tree.id());
        return known.equals(Remembered.of(tree, known.generation()));
    }

    private Trouble setting(String key, String value) {
        trouble.put(key, value);
        return () -> trouble.remove(key);
    }
}
