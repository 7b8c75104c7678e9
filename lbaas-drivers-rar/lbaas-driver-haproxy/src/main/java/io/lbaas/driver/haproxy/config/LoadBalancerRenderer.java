package io.lbaas.driver.haproxy.config;

import io.lbaas.driver.spi.TlsMaterials;
import io.lbaas.model.DesiredLoadBalancer;
import io.lbaas.model.DesiredLoadBalancer.Listener;
import io.lbaas.model.DesiredLoadBalancer.Pool;
import io.lbaas.model.ObjectRef;
import io.lbaas.model.ObjectType;
import io.lbaas.model.OperatingStatus;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Renders a load balancer: a frontend for each listener in service, and for each of them a backend of its own, because
 * timeouts and mode belong to the listener while HAProxy keeps them in the backend.
 */
public final class LoadBalancerRenderer {
    private final DesiredLoadBalancer tree;
    private final ConfigWriter config;
    private final Set<UUID> rendered = new HashSet<>();

    private LoadBalancerRenderer(DesiredLoadBalancer tree, TlsMaterials materials, boolean bindsFreely) {
        this.tree = tree;
        config = new ConfigWriter(new TlsFiles(tree.id(), materials), bindsFreely);
    }

    /**
     * The configuration of a tree in which {@link SupportCheck} found no problem.
     *
     * @param materials what its TLS references stand for
     * @throws IllegalArgumentException where it would have found one
     */
    public static RenderedConfig render(DesiredLoadBalancer tree, TlsMaterials materials) {
        return render(tree, materials, false);
    }

    /**
     * As above.
     *
     * @param bindsFreely whether it may bind addresses that the device does not have
     */
    public static RenderedConfig render(DesiredLoadBalancer tree, TlsMaterials materials, boolean bindsFreely) {
        LoadBalancerRenderer renderer = new LoadBalancerRenderer(tree, materials, bindsFreely);
        served(tree).forEach(renderer::listener);
        renderer.others();
        return renderer.config.rendered();
    }

    /** The listeners that are in service. */
    static Stream<Listener> served(DesiredLoadBalancer tree) {
        return tree.listeners().stream()
                .filter(listener ->
                        tree.spec().adminStateUp() && listener.spec().adminStateUp());
    }

    private void listener(Listener listener) {
        rendered.add(listener.id());
        List<Pool> pools = listener.poolIds().stream()
                .flatMap(id -> tree.pool(id).stream())
                .filter(pool -> pool.spec().adminStateUp())
                .toList();
        FrontendRenderer.render(config, tree, listener, pools);
        pools.forEach(pool -> {
            rendered.add(pool.id());
            pool.members().forEach(member -> rendered.add(member.id()));
            BackendRenderer.render(config, listener, pool);
        });
    }

    /** Comments for what HAProxy is not given, so that its status can be told from the file alone. */
    private void others() {
        ObjectRef owner = new ObjectRef(ObjectType.LOAD_BALANCER, tree.id());
        Map<UUID, OperatingStatus> known = KnownStatus.of(tree);
        ConfigObjects.idsOf(tree)
                .filter(id -> !rendered.contains(id))
                .forEach(id -> config.comment(
                        owner, known.getOrDefault(id, OperatingStatus.OFFLINE).name(), Word.id(id)));
    }
}
