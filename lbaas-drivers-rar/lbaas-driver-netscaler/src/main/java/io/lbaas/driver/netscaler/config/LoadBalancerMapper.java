package io.lbaas.driver.netscaler.config;

import io.lbaas.driver.spi.TlsMaterials;
import io.lbaas.model.DesiredLoadBalancer;
import java.util.List;

/** Maps a whole load balancer. */
public final class LoadBalancerMapper {
    private static final long MILLISECONDS = 1000;

    private LoadBalancerMapper() {}

    /**
     * What NetScaler shall have of a load balancer.
     *
     * @param certificates those that the objects refer to, each after the one that issued it
     */
    public record Mapped(Config config, List<Certificate> certificates) {}

    /** Maps a tree that {@link SupportCheck} found acceptable. */
    public static Mapped map(DesiredLoadBalancer tree, TlsMaterials materials) {
        Config config = new Config();
        Certificates certificates = new Certificates(materials);
        TlsMapper tls = new TlsMapper(config, certificates);
        PoolMapper pools = new PoolMapper(tree, config, tls);
        tree.pools().forEach(pools::map);
        ListenerMapper listeners = new ListenerMapper(tree, config, pools, tls);
        tree.listeners().forEach(listeners::map);
        return new Mapped(config, List.copyOf(certificates.all()));
    }

    /** NetScaler's timeouts are in whole seconds; none is shorter than what was asked for. */
    static int seconds(int milliseconds) {
        return (int) ((milliseconds + MILLISECONDS - 1) / MILLISECONDS);
    }
}
