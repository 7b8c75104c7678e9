package io.lbaas.driver.haproxy.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.lbaas.driver.contract.sample.RandomTrees;
import io.lbaas.driver.haproxy.DeviceSettings;
import io.lbaas.driver.haproxy.process.ConfigCheck;
import io.lbaas.driver.host.local.LocalHost;
import io.lbaas.driver.host.store.TlsFile;
import io.lbaas.driver.spi.DeviceSpec;
import io.lbaas.driver.spi.TlsMaterials;
import io.lbaas.model.Algorithm;
import io.lbaas.model.DesiredLoadBalancer;
import io.lbaas.model.PoolProtocol;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Random trees that pass our own check pass HAProxy's. */
class AcceptedByHaproxyTest {
    private static final int TREES = 300;

    @TempDir
    Path directory;

    @Test
    void random_trees_are_valid() throws IOException, InterruptedException {
        DeviceSettings settings = DeviceSettings.of(
                new DeviceSpec(UUID.randomUUID(), "haproxy", Map.of("directory", directory.toString()), 1));
        Files.createDirectories(settings.tlsDirectory());
        Files.writeString(settings.metricsScript(), GlobalConfig.metricsScript());
        Files.writeString(settings.globalFile(), GlobalConfig.render(settings, "test"));
        List<Path> files = new ArrayList<>();
        List<DesiredLoadBalancer> trees = RandomTrees.within(Support.CAPABILITIES)
                .filter(tree -> SupportCheck.check(tree).acceptable())
                .limit(TREES)
                .toList();
        for (int number = 0; number < TREES; number++) {
            // Each file has the same names; HAProxy wants them to differ.
            RenderedConfig rendered = LoadBalancerRenderer.render(trees.get(number), TlsMaterials.NONE);
            String prefix = "%08d-0000-0000-".formatted(number);
            String text = rendered.text().replace("00000000-0000-0000-", prefix);
            for (TlsFile file : rendered.files()) {
                String name = file.name().replace("00000000-0000-0000-", prefix);
                Files.writeString(settings.tlsDirectory().resolve(name), file.content());
            }
            files.add(Files.writeString(directory.resolve(number + ".cfg"), text));
        }
        assertThat(new ConfigCheck(new LocalHost(), settings, directory)
                        .check(files, Instant.now().plusSeconds(30)))
                .isEmpty();
    }

    @Test
    void proxy_protocol_and_every_algorithm_are_covered() {
        assertThat(Support.CAPABILITIES.poolProtocols()).contains(PoolProtocol.PROXY, PoolProtocol.PROXYV2);
        assertThat(Support.CAPABILITIES.algorithms()).doesNotContain(Algorithm.SOURCE_IP_PORT);
    }
}
