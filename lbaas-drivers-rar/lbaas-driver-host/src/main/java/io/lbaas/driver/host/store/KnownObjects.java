package io.lbaas.driver.host.store;

import java.io.IOException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * What the configurations name. Files are read again only where they have changed, as there are thousands.
 *
 * @param <T> what one load balancer's configuration names
 */
public final class KnownObjects<T> {
    private final ConfigStore store;
    private final Function<List<String>, T> reading;
    private final Map<UUID, Known<T>> known = new ConcurrentHashMap<>();

    /** Those of a store, by what reads them from lines. */
    public KnownObjects(ConfigStore store, Function<List<String>, T> reading) {
        this.store = store;
        this.reading = reading;
    }

    private record Known<T>(String digest, T objects) {}

    /** Of all load balancers. */
    public Map<UUID, T> all() throws IOException {
        return of(store.current().entries().keySet());
    }

    /** Of those load balancers that the device has. */
    public Map<UUID, T> of(Collection<UUID> loadBalancerIds) throws IOException {
        Index index = store.current();
        known.keySet().removeIf(id -> !index.get(id).present());
        Map<UUID, T> objects = new HashMap<>();
        for (UUID id : loadBalancerIds) {
            if (index.get(id).present()) {
                objects.put(id, of(id, index.get(id).digest()));
            }
        }
        return objects;
    }

    private T of(UUID id, String digest) throws IOException {
        Known<T> last = known.get(id);
        if (last == null || !last.digest().equals(digest)) {
            List<String> lines = store.read(id).map(ConfigFile::lines).orElse(List.of());
            last = new Known<>(digest, reading.apply(lines));
            known.put(id, last);
        }
        return last.objects();
    }
}
