package io.lbaas.driver.haproxy;

import static org.assertj.core.api.Assertions.assertThat;

import io.lbaas.driver.contract.traffic.Backend;
import io.lbaas.driver.contract.traffic.Load;
import io.lbaas.driver.contract.traffic.Ports;
import io.lbaas.driver.contract.traffic.Trees;
import io.lbaas.driver.spi.LoadBalancerDriver;
import io.lbaas.driver.spi.Outcome;
import io.lbaas.model.DesiredLoadBalancer;
import io.lbaas.model.DesiredLoadBalancer.Listener;
import io.lbaas.model.ListenerSpec;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What changes without a reload, and is so after one too. */
class RuntimeTest {
    private static final String VIP = "127.10.6.1";
    private static final int PORT = Ports.free();

    private final TestDevice device = new TestDevice();
    private final LoadBalancerDriver driver = device.open();
    private final Backend backend = new Backend();
    private final UUID id = UUID.randomUUID();
    private long generation;

    @AfterEach
    void stop() {
        device.close();
        backend.close();
    }

    private DesiredLoadBalancer tree(int limit, List<String> cidrs) {
        DesiredLoadBalancer tree = Trees.of(id, VIP, PORT, backend);
        Listener listener = tree.listeners().get(0);
        ListenerSpec spec = listener.spec();
        ListenerSpec changed = new ListenerSpec(
                spec.protocol(),
                spec.protocolPort(),
                true,
                limit,
                spec.defaultPoolId(),
                Map.of(),
                50_000,
                5_000,
                50_000,
                0,
                cidrs,
                spec.tls());
        return new DesiredLoadBalancer(
                id,
                tree.vipAddresses(),
                tree.spec(),
                List.of(new Listener(listener.id(), changed, List.of())),
                tree.pools());
    }

    private void completes(DesiredLoadBalancer tree) {
        generation++;
        assertThat(Trees.apply(driver, tree, generation)).isInstanceOf(Outcome.Completed.class);
    }

    /** Has another load balancer come, which takes a reload. */
    private void reload() throws IOException {
        String before = device.process();
        DesiredLoadBalancer other = Trees.of(UUID.randomUUID(), VIP, PORT + 1, backend);
        assertThat(Trees.apply(driver, other, 1)).isInstanceOf(Outcome.Completed.class);
        assertThat(device.process()).isNotEqualTo(before);
    }

    @Test
    void networks_that_may_connect() throws IOException {
        completes(tree(-1, List.of("127.0.0.0/8")));
        String process = device.process();
        assertThat(Load.once(VIP, PORT)).isEqualTo(backend.name());
        completes(tree(-1, List.of("10.0.0.0/8", "fd00::/8")));
        assertThat(Load.once(VIP, PORT)).isNotEqualTo(backend.name());
        completes(tree(-1, List.of("10.0.0.0/8", "127.0.0.1/32")));
        assertThat(Load.once(VIP, PORT)).isEqualTo(backend.name());
        completes(tree(-1, List.of("192.0.2.0/24")));
        assertThat(device.process()).isEqualTo(process);
        reload();
        assertThat(Load.once(VIP, PORT)).isNotEqualTo(backend.name());
        completes(tree(-1, List.of("127.0.0.0/8")));
        assertThat(Load.once(VIP, PORT)).isEqualTo(backend.name());
    }

    @Test
    void limit_of_connections() throws IOException {
        completes(tree(10, null));
        String process = device.process();
        completes(tree(25, null));
        assertThat(limit()).isEqualTo("25");
        assertThat(device.process()).isEqualTo(process);
        reload();
        assertThat(limit()).isEqualTo("25");
    }

    private String limit() throws IOException {
        UUID listener = tree(1, null).listeners().get(0).id();
        Matcher limit =
                Pattern.compile(listener + ",FRONTEND,,,\\d+,\\d+,(\\d+),").matcher(device.ask("show stat"));
        assertThat(limit.find()).isTrue();
        return limit.group(1);
    }
}
