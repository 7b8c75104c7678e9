package io.lbaas.plugin.watch;

import io.lbaas.message.Closure;
import io.lbaas.plugin.api.Inventory.DeviceState;
import io.lbaas.plugin.entity.Device;
import io.lbaas.plugin.queue.CommandQueue;
import io.lbaas.plugin.store.Devices;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** Keeps agents from touching devices that are disabled, with what they were sent before. */
@Stateless
public class Closures {

    @Inject
    private Devices devices;

    @Inject
    private CommandQueue queue;

    /** Takes back what a device was sent, as soon as the transaction commits. */
    public void close(Device device) {
        queue.close(new Closure(Map.of(device.id(), device.spec().revision())));
    }

    /** Says again which devices are disabled, for agents that have started since. */
    public void repeat() {
        Map<UUID, Long> revisions = devices.in(DeviceState.DISABLED).stream()
                .collect(Collectors.toMap(Device::id, device -> device.spec().revision()));
        if (!revisions.isEmpty()) {
            queue.close(new Closure(revisions));
        }
    }
}
