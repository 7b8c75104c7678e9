package io.lbaas.driver.nginx.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.lbaas.driver.contract.sample.RandomTrees;
import io.lbaas.driver.host.local.LocalHost;
import io.lbaas.driver.nginx.DeviceSettings;
import io.lbaas.driver.nginx.process.ConfigCheck;
import io.lbaas.driver.spi.DeviceSpec;
import io.lbaas.driver.spi.TlsMaterials;
import io.lbaas.model.DesiredLoadBalancer;
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

/** Random trees that pass our own check pass nginx's, all together. */
class AcceptedByNginxTest {
    private static final int TREES = 300;

    @TempDir
    Path directory;

    @Test
    void random_trees_are_valid() throws IOException, InterruptedException {
        DeviceSettings settings = DeviceSettings.of(
                new DeviceSpec(UUID.randomUUID(), "nginx", Map.of("directory", directory.toString()), 1));
        Files.createDirectories(directory.resolve("temp"));
        List<Path> files = new ArrayList<>();
        List<DesiredLoadBalancer> trees = RandomTrees.within(Support.CAPABILITIES)
                .filter(tree -> SupportCheck.check(tree).acceptable())
                .limit(TREES)
                .toList();
        for (int number = 0; number < TREES; number++) {
            for (var part : LoadBalancerRenderer.render(trees.get(number), TlsMaterials.NONE)
                    .texts()
                    .entrySet()) {
                // Each file has the same names; nginx wants them to differ.
                String text = part.getValue()
                        .replace("00000000-0000-0000-", "%08d-0000-0000-".formatted(number))
                        .replaceAll("_0{24}", "_%08d0000000000000000".formatted(number));
                files.add(Files.writeString(directory.resolve(number + part.getKey()), text));
            }
        }
        assertThat(new ConfigCheck(new LocalHost(), settings, directory)
                        .check(files, Instant.now().plusSeconds(30)))
                .isEmpty();
    }
}
