package io.lbaas.driver.nginx.config;

import io.lbaas.driver.spi.TlsMaterials;
import io.lbaas.model.DesiredLoadBalancer;
import io.lbaas.model.DesiredLoadBalancer.Listener;
import io.lbaas.model.DesiredLoadBalancer.Pool;
import io.lbaas.model.ObjectRef;
import io.lbaas.model.ObjectType;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Renders a load balancer: what is known of its objects, an upstream for each pool in use, and servers for listeners. */
public final class LoadBalancerRenderer {
    private final DesiredLoadBalancer tree;
    private final ConfigWriter config;

    private LoadBalancerRenderer(DesiredLoadBalancer tree, TlsMaterials materials) {
        this.tree = tree;
        config = new ConfigWriter(new TlsFiles(tree.id(), materials));
    }

    /**
     * The configuration of a tree in which {@link SupportCheck} found no problem.
     *
     * @param materials what its TLS references stand for
     * @throws IllegalArgumentException where it would have found one
     */
    public static RenderedConfig render(DesiredLoadBalancer tree, TlsMaterials materials) {
        LoadBalancerRenderer renderer = new LoadBalancerRenderer(tree, materials);
        renderer.known();
        for (Context context : Context.values()) {
            renderer.context(context);
        }
        return renderer.config.rendered();
    }

    private void known() {
        ConfigWriter.Block top = top(Context.HTTP);
        for (Listener listener : tree.listeners()) {
            if (inService(listener)) {
                List<Word> words = new ArrayList<>(List.of(Word.id(listener.id())));
                tree.vipAddresses()
                        .forEach(address ->
                                words.add(Word.endpoint(address, listener.spec().protocolPort())));
                top.comment(ConfigObjects.LISTENER, words);
            }
        }
        KnownStatus.of(tree).forEach((id, status) -> top.comment(status.name(), List.of(Word.id(id))));
    }

    private void context(Context context) {
        List<Listener> listeners = tree.listeners().stream()
                .filter(this::inService)
                .filter(listener -> Context.of(listener.spec().protocol()) == context)
                .toList();
        ConfigWriter.Block top = top(context);
        Set<Pool> used = new LinkedHashSet<>();
        listeners.forEach(listener -> used.addAll(pools(listener)));
        used.stream().filter(UpstreamRenderer::serves).forEach(pool -> UpstreamRenderer.render(top, pool));
        for (Listener listener : listeners) {
            ConfigWriter.Block block = top.of(new ObjectRef(ObjectType.LISTENER, listener.id()));
            if (context == Context.HTTP) {
                new HttpRenderer(tree.vipAddresses(), listener, pools(listener), config.files()).render(block);
            } else {
                new StreamRenderer(tree.vipAddresses(), listener, pools(listener), config.files()).render(block);
            }
        }
    }

    private ConfigWriter.Block top(Context context) {
        return config.block(context, new ObjectRef(ObjectType.LOAD_BALANCER, tree.id()));
    }

    private boolean inService(Listener listener) {
        return tree.spec().adminStateUp() && listener.spec().adminStateUp();
    }

    private List<Pool> pools(Listener listener) {
        return listener.poolIds().stream()
                .flatMap(id -> tree.pool(id).stream())
                .filter(pool -> pool.spec().adminStateUp())
                .toList();
    }
}
