package io.lbaas.driver.bigip.device;

import io.lbaas.driver.bigip.declaration.Declared;
import io.lbaas.driver.bigip.declaration.Mark;
import io.lbaas.driver.bigip.declaration.Names;
import jakarta.json.JsonObject;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** Takes away tenants of which only the generation is left. */
public record Tombstones(Appsvcs appsvcs, Icontrol icontrol) {
    private static final System.Logger LOG = System.getLogger(Tombstones.class.getName());
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    /** Lets go those that are tombstones; the condition is their key, so that nothing that is back is taken away. */
    public void forget(Collection<UUID> loadBalancerIds) {
        Instant deadline = Instant.now().plus(PATIENCE);
        try {
            Map<UUID, Mark> marks = icontrol.marks(deadline);
            List<String> names = loadBalancerIds.stream()
                    .filter(id -> marks.containsKey(id) && marks.get(id).tombstone())
                    .map(Names::tenant)
                    .toList();
            if (names.isEmpty()) {
                return;
            }
            icontrol.requireActive(deadline);
            Map<String, String> keys = appsvcs.tenants(names, deadline).entrySet().stream()
                    .filter(entry ->
                            Mark.of(entry.getValue()).filter(Mark::tombstone).isPresent())
                    .collect(Collectors.toMap(Map.Entry::getKey, entry -> key(entry.getValue())));
            if (!keys.isEmpty()) {
                appsvcs.put(Declared.nothing(keys), deadline);
            }
        } catch (DeviceException e) {
            LOG.log(Level.DEBUG, "Tombstones stay for now: {0}", e.getMessage());
        }
    }

    private static String key(JsonObject tenant) {
        return tenant.getString("optimisticLockKey", "");
    }
}
