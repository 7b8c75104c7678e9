package io.lbaas.plugin.watch;

import io.lbaas.driver.spi.Capabilities;
import io.lbaas.driver.spi.DeviceSpec;
import io.lbaas.message.Command;
import io.lbaas.plugin.config.Settings;
import io.lbaas.plugin.entity.Device;
import io.lbaas.plugin.queue.CommandQueue;
import io.lbaas.plugin.queue.RequestIds;
import io.lbaas.plugin.store.Devices;
import io.lbaas.plugin.store.Patrols;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** Has devices probed, their load balancers looked at and their traffic counted. Of several processes one does so in each period. */
@Stateless
public class DevicePatrol {

    /** So many load balancers are asked for in one message. */
    private static final int BATCH = 500;

    @Inject
    private Patrols patrols;

    @Inject
    private Devices devices;

    @Inject
    private CommandQueue queue;

    @Inject
    private Settings settings;

    public void probe() {
        patrols.claimProbes(settings.probePeriod()).stream().map(devices::get).forEach(this::probe);
    }

    /** Has a device probed now, unless it is not to be touched. */
    public void probe(Device device) {
        if (device.touchable()) {
            queue.sendPeriodic(Command.probe(device.spec(), until(settings.probePeriod()), RequestIds.ofOurOwn()));
        }
    }

    public void observe() {
        reachable(patrols.claimHealth(settings.healthPeriod()))
                .filter(device -> device.capabilities()
                        .filter(Capabilities::reportsOperatingStatus)
                        .isPresent())
                .forEach(device -> ask(device, settings.healthPeriod(), Command::health));
    }

    /** Has traffic counted. */
    public void count() {
        reachable(patrols.claimStats(settings.statsPeriod()))
                .forEach(device -> ask(device, settings.statsPeriod(), Command::stats));
    }

    /** Agents that wait for a device that does not answer ask no other meanwhile. */
    private Stream<Device> reachable(List<UUID> claimed) {
        return claimed.stream().map(devices::get).filter(Device::reachable);
    }

    /** Makes a question about load balancers. */
    @FunctionalInterface
    private interface Question {
        Command about(DeviceSpec device, List<UUID> loadBalancers, Instant deadline, String requestId);
    }

    private void ask(Device device, Duration period, Question question) {
        List<UUID> all = patrols.loadBalancersOf(device.id());
        Instant deadline = until(period);
        for (int i = 0; i < all.size(); i += BATCH) {
            List<UUID> some = List.copyOf(all.subList(i, Math.min(all.size(), i + BATCH)));
            queue.sendPeriodic(question.about(device.spec(), some, deadline, RequestIds.ofOurOwn()));
        }
    }

    private static Instant until(Duration period) {
        return Instant.now().plus(period);
    }
}
