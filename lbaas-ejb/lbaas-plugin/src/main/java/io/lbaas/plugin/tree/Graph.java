package io.lbaas.plugin.tree;

import io.lbaas.model.L7PolicySpec;
import io.lbaas.model.ListenerSpec;
import io.lbaas.plugin.api.Fault;
import io.lbaas.plugin.api.New;
import io.lbaas.plugin.entity.L7Policy;
import io.lbaas.plugin.entity.Listener;
import io.lbaas.plugin.entity.Pool;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/** Creates the objects that one request asks for together. Among them pools are known by their names. */
public final class Graph {

    private final TreeEditor editor;
    private final Map<String, UUID> ids = new LinkedHashMap<>();

    Graph(TreeEditor editor) {
        this.editor = editor;
    }

    /**
     * A pool with its members and health monitor, which comes first so that the members are known to be checked.
     *
     * @param listenerId the listener whose default pool it becomes; null for none
     */
    public Pool pool(UUID listenerId, New.OfPool asked) {
        Pool pool = editor.pools().create(listenerId, asked.labels(), asked.spec());
        if (asked.healthMonitor() != null) {
            editor.healthMonitors()
                    .create(
                            pool.id(),
                            asked.healthMonitor().labels(),
                            asked.healthMonitor().spec());
        }
        asked.members().forEach(member -> editor.members().create(pool.id(), member.labels(), member.spec()));
        return pool;
    }

    /** A listener with its L7 policies, and with the pools that it and they use. */
    public Listener listener(New.OfListener asked) {
        pools(List.of(), List.of(asked));
        return withPolicies(asked);
    }

    /** An L7 policy with its rules. */
    public L7Policy l7Policy(UUID listenerId, New.OfL7Policy asked) {
        L7PolicySpec spec =
                asked.redirectPool() == null ? asked.spec() : asked.spec().withRedirectPool(id(asked.redirectPool()));
        L7Policy policy = editor.l7Policies().create(listenerId, asked.labels(), spec);
        asked.rules().forEach(rule -> editor.l7Rules().create(policy.id(), rule.labels(), rule.spec()));
        return policy;
    }

    /** Pools and listeners, the pools first. */
    public void all(List<New.OfPool> pools, List<New.OfListener> listeners) {
        pools(pools, listeners);
        listeners.forEach(this::withPolicies);
    }

    private void pools(List<New.OfPool> pools, List<New.OfListener> listeners) {
        List<New.OfPool> definitions = new ArrayList<>(pools);
        Set<String> references = new LinkedHashSet<>();
        listeners.stream().flatMap(Graph::used).forEach(pool -> {
            if (pool.spec() == null) {
                references.add(pool.labels().name());
            } else {
                definitions.add(pool);
            }
        });
        Set<String> names = names(definitions);
        references.stream().filter(name -> !names.contains(name)).findFirst().ifPresent(name -> {
            throw name.isEmpty()
                    ? unnamed()
                    : Fault.validation("Pool '" + name + "' was referenced but no full definition was found.");
        });
        definitions.forEach(
                pool -> ids.put(pool.labels().name(), pool(null, pool).id()));
    }

    private static Stream<New.OfPool> used(New.OfListener listener) {
        return Stream.concat(
                        Stream.of(listener).map(New.OfListener::defaultPool),
                        listener.l7Policies().stream().map(New.OfL7Policy::redirectPool))
                .filter(Objects::nonNull);
    }

    private static Set<String> names(List<New.OfPool> definitions) {
        Set<String> names = new LinkedHashSet<>();
        for (New.OfPool pool : definitions) {
            String name = pool.labels().name();
            if (name.isEmpty()) {
                throw unnamed();
            }
            if (!names.add(name)) {
                throw Fault.validation("Pool names must be unique when creating a fully populated loadbalancer.");
            }
        }
        return names;
    }

    private static Fault unnamed() {
        return Fault.validation("Pools must be named when creating a fully populated loadbalancer.");
    }

    private Listener withPolicies(New.OfListener asked) {
        ListenerSpec spec =
                asked.defaultPool() == null ? asked.spec() : asked.spec().withDefaultPool(id(asked.defaultPool()));
        Listener listener = editor.listeners().create(asked.labels(), spec);
        asked.l7Policies().forEach(policy -> l7Policy(listener.id(), policy));
        return listener;
    }

    private UUID id(New.OfPool named) {
        return ids.get(named.labels().name());
    }
}
