package io.lbaas.driver.bigip;

import io.lbaas.driver.bigip.simulator.SimulatedBigip;
import io.lbaas.driver.contract.DeviceFaults;
import io.lbaas.driver.spi.Change;
import io.lbaas.driver.spi.DeviceSpec;
import io.lbaas.driver.spi.LoadBalancerDriver;
import io.lbaas.model.DesiredLoadBalancer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A simulated BIG-IP and sessions with it. */
final class TestDevice implements DeviceFaults, AutoCloseable {
    static final String USER = "lbaas";
    static final String PASSWORD = "correct horse battery staple";

    private final SimulatedBigip bigip = new SimulatedBigip(0);
    private final String url = bigip.url();
    private final UUID deviceId = UUID.randomUUID();

    TestDevice() {
        bigip.credentials(USER, PASSWORD);
    }

    SimulatedBigip bigip() {
        return bigip;
    }

    LoadBalancerDriver open() {
        return open(Map.of(), PASSWORD);
    }

    LoadBalancerDriver open(Map<String, String> settings, String password) {
        Map<String, String> all = new HashMap<>(Map.of("url", url, "poll-ms", "2"));
        all.putAll(settings);
        Map<String, String> credentials = Map.of("username", USER, "password", password);
        return new BigipDriver(DeviceSettings.of(new DeviceSpec(deviceId, "bigip", all, credentials, 1)));
    }

    @Override
    public void alter(UUID loadBalancerId) {
        bigip.alterMember(loadBalancerId, "127.0.0.1");
    }

    @Override
    public void lose(UUID loadBalancerId) {
        bigip.deletePartition(loadBalancerId);
    }

    /** AS3 takes the declaration and is restarted before it has finished. */
    @Override
    public void breakOff(Change change) {
        bigip.faults().neverFinish(true);
        try (LoadBalancerDriver driver = open()) {
            driver.apply(List.of(change));
        }
        bigip.restart();
        bigip.faults().neverFinish(false);
    }

    @Override
    public Trouble hang() {
        bigip.faults().hang(true);
        return () -> bigip.faults().hang(false);
    }

    @Override
    public Trouble beBusy() {
        bigip.faults().busy(true);
        return () -> bigip.faults().busy(false);
    }

    @Override
    public Trouble cutOff() {
        return bigip.cutOff()::run;
    }

    @Override
    public boolean serves(DesiredLoadBalancer tree) {
        return tree.listeners().stream().allMatch(listener -> bigip.listens(tree.id(), listener.id()));
    }

    @Override
    public void close() {
        bigip.close();
    }
}
