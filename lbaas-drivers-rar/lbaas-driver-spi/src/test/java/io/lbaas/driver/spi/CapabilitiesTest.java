package io.lbaas.driver.spi;

import static org.assertj.core.api.Assertions.assertThat;

import io.lbaas.model.Algorithm;
import io.lbaas.model.DesiredLoadBalancer;
import io.lbaas.model.LoadBalancerSpec;
import io.lbaas.model.ObjectRef;
import io.lbaas.model.ObjectType;
import io.lbaas.model.PoolProtocol;
import io.lbaas.model.PoolSpec;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class CapabilitiesTest {
    private static final UUID POOL = UUID.randomUUID();

    private static DesiredLoadBalancer pool(PoolProtocol protocol, Algorithm algorithm) {
        PoolSpec spec = new PoolSpec(protocol, algorithm, true, null);
        return new DesiredLoadBalancer(
                UUID.randomUUID(),
                List.of("192.0.2.1"),
                new LoadBalancerSpec(true),
                List.of(),
                List.of(new DesiredLoadBalancer.Pool(POOL, spec, List.of(), null)));
    }

    private static Capabilities capabilities(Set<PoolProtocol> protocols, Set<Algorithm> algorithms) {
        return new Capabilities(
                Set.of(), protocols, algorithms, Set.of(), Set.of(), Capabilities.L7.NONE, TlsSupport.NONE, false);
    }

    @Test
    void whatIsSupportedIsAcceptable() {
        Capabilities can = capabilities(Set.of(PoolProtocol.TCP), Set.of(Algorithm.SOURCE_IP));
        assertThat(can.check(pool(PoolProtocol.TCP, Algorithm.SOURCE_IP)).acceptable())
                .isTrue();
    }

    @Test
    void reportNamesTheObjectAndAllThatIsWrongWithIt() {
        Capabilities can = capabilities(Set.of(PoolProtocol.TCP), Set.of(Algorithm.SOURCE_IP));
        assertThat(can.check(pool(PoolProtocol.UDP, Algorithm.ROUND_ROBIN)).problems())
                .containsOnlyKeys(new ObjectRef(ObjectType.POOL, POOL))
                .containsValue("UDP is not supported; ROUND_ROBIN is not supported");
    }
}
