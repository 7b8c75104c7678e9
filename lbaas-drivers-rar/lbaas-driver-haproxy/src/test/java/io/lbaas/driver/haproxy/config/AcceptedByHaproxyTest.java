package io.lbaas.driver.haproxy.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.lbaas.driver.haproxy.DeviceSettings;
import io.lbaas.driver.haproxy.process.ConfigCheck;
import io.lbaas.driver.host.local.LocalHost;
import io.lbaas.driver.host.store.TlsFile;
import io.lbaas.driver.spi.DeviceSpec;
import io.lbaas.driver.spi.TlsMaterials;
import io.lbaas.model.Algorithm;
import io.lbaas.model.ListenerProtocol;
import io.lbaas.model.MonitorType;
import io.lbaas.model.PersistenceType;
import io.lbaas.model.PoolProtocol;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Random trees that pass our own check pass HAProxy's. */
class AcceptedByHaproxyTest {
    private static final int TREES = 300;
    /** Characters of a cookie name and of a path that mean something to HAProxy elsewhere. */
    private static final String COOKIE = "a'#$%&*+.^_`|~-!";

    private static final String PATH = "/a$%&()*+,-.:;<=>?@[]^_`{|}~!";

    private static final String URL = "a~!$&'()*+,;=:@/?.-_";

    private static final String VALUE = URL + "\"#%<>[\\]^`{|}";

    @TempDir
    Path directory;

    private final Random random = new Random(7);

    private <T> T any(Set<T> values) {
        return List.copyOf(values).get(random.nextInt(values.size()));
    }

    private String shuffled(String first, String characters) {
        StringBuilder text = new StringBuilder(first);
        for (int i = 0; i < 8; i++) {
            text.append(characters.charAt(random.nextInt(characters.length())));
        }
        return text.toString();
    }

    private SampleTree tree() {
        SampleTree tree = new SampleTree();
        do {
            tree.protocol = any(Support.CAPABILITIES.listenerProtocols());
            tree.poolProtocol = any(Support.CAPABILITIES.poolProtocols());
        } while (tree.protocol == ListenerProtocol.TERMINATED_HTTPS
                || !(tree.protocol == ListenerProtocol.PROMETHEUS || tree.protocol.accepts(tree.poolProtocol)));
        boolean http = tree.protocol == ListenerProtocol.HTTP;
        tree.headers = http && random.nextBoolean() ? tree.headers : Map.of();
        tree.algorithm = any(Support.CAPABILITIES.algorithms());
        tree.monitor = random.nextInt(5) == 0 ? null : any(Support.CAPABILITIES.monitorTypes());
        tree.persistence = http ? any(Support.CAPABILITIES.persistenceTypes()) : PersistenceType.SOURCE_IP;
        tree.persistence = random.nextInt(4) == 0 ? null : tree.persistence;
        tree.connectionLimit = random.nextBoolean() ? -1 : 1 + random.nextInt(1000);
        tree.cookie = shuffled("a", COOKIE);
        tree.path = shuffled("/", PATH);
        tree.codes = random.nextBoolean() ? "200, 301" : "200-399";
        tree.vip = random.nextBoolean() ? "127.10.3.1" : "::1";
        tree.member = random.nextBoolean() ? "10.1.1.1" : "fd00::1";
        tree.monitorAddress = random.nextBoolean() || tree.monitor == MonitorType.PING ? null : "10.1.1.2";
        tree.l7 = http && random.nextBoolean();
        tree.key = shuffled("a", COOKIE);
        tree.value = shuffled("-i", VALUE);
        tree.regex = random.nextBoolean() ? "^/a b{1,2}'\"$" : "#\\d$|[^x]";
        tree.url = shuffled("http://a/%20%5B", URL);
        tree.prefix = shuffled("https://a?", URL);
        tree.weight = random.nextInt(257);
        tree.backup = random.nextBoolean();
        tree.adminStateUp = random.nextInt(4) > 0;
        tree.cidrs = random.nextBoolean() ? null : java.util.Collections.nCopies(100, "10.0.0.0/8");
        return tree;
    }

    @Test
    void random_trees_are_valid() throws IOException, InterruptedException {
        DeviceSettings settings = DeviceSettings.of(
                new DeviceSpec(UUID.randomUUID(), "haproxy", Map.of("directory", directory.toString()), 1));
        Files.createDirectories(settings.tlsDirectory());
        Files.writeString(settings.metricsScript(), GlobalConfig.metricsScript());
        Files.writeString(settings.globalFile(), GlobalConfig.render(settings, "test"));
        List<Path> files = new ArrayList<>();
        for (int number = 0; number < TREES; number++) {
            var tree = tree().build();
            assertThat(SupportCheck.check(tree).problems()).isEmpty();
            // Each file has the same names; HAProxy wants them to differ.
            RenderedConfig rendered = LoadBalancerRenderer.render(tree, TlsMaterials.NONE);
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
