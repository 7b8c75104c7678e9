package io.lbaas.driver.haproxy.device;

import io.lbaas.driver.haproxy.config.ConfigObjects;
import io.lbaas.driver.host.store.ConfigFile;
import io.lbaas.driver.host.store.ConfigStore;
import io.lbaas.driver.host.store.Index;
import java.io.IOException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** What the configurations name. Files are read again only where they have changed, as there are thousands. */
final class KnownObjects {
    private final ConfigStore store;
    private final Map<UUID, Known> known = new ConcurrentHashMap<>();

    KnownObjects(ConfigStore store) {
        this.store = store;
    }

    private record Known(String digest, ConfigObjects objects) {}

    /** Of all load balancers. */
    Map<UUID, ConfigObjects> all() throws IOException {
        return of(store.current().entries().keySet());
    }

    /** Of those load balancers that the device has. */
    Map<UUID, ConfigObjects> of(Collection<UUID> loadBalancerIds) throws IOException {
        Index index = store.current();
        known.keySet().removeIf(id -> !index.get(id).present());
        Map<UUID, ConfigObjects> objects = new HashMap<>();
        for (UUID id : loadBalancerIds) {
            if (index.get(id).present()) {
                objects.put(id, of(id, index.get(id).digest()));
            }
        }
        return objects;
    }

    private ConfigObjects of(UUID id, String digest) throws IOException {
        Known last = known.get(id);
        if (last == null || !last.digest().equals(digest)) {
            List<String> lines = store.read(id).map(ConfigFile::lines).orElse(List.of());
            last = new Known(digest, ConfigObjects.of(lines));
            known.put(id, last);
        }
        return last.objects();
    }
}
