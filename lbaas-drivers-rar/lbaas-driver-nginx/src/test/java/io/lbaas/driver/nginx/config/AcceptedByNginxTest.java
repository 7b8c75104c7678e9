package io.lbaas.driver.nginx.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.lbaas.driver.host.local.LocalHost;
import io.lbaas.driver.nginx.DeviceSettings;
import io.lbaas.driver.nginx.process.ConfigCheck;
import io.lbaas.driver.spi.DeviceSpec;
import io.lbaas.driver.spi.TlsMaterials;
import io.lbaas.model.ListenerProtocol;
import io.lbaas.model.PersistenceType;
import io.lbaas.model.PoolProtocol;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Random trees that pass our own check pass nginx's, all together. */
class AcceptedByNginxTest {
    private static final int TREES = 300;
    private static final int FIRST_PORT = 20_000;
    /** Characters of a cookie's name and of a URL that mean something to nginx elsewhere. */
    private static final String COOKIE = "a'#$%&*+.^_`|~-!";

    private static final String URL = "a~!$&'()*+,;=:@/?.-_";

    private static final String VALUE = URL + "\"#%<>[\\]^`{|} \t";

    @TempDir
    Path directory;

    private final Random random = new Random(7);

    private <T> T any(Set<T> values) {
        return values.stream().sorted().toList().get(random.nextInt(values.size()));
    }

    private String shuffled(String first, String characters) {
        StringBuilder text = new StringBuilder(first);
        for (int i = 0; i < 8; i++) {
            text.append(characters.charAt(random.nextInt(characters.length())));
        }
        return text.toString();
    }

    private SampleTree tree(int number) {
        SampleTree tree = new SampleTree();
        tree.port = FIRST_PORT + number;
        do {
            tree.protocol = any(Support.CAPABILITIES.listenerProtocols());
            tree.poolProtocol = any(Support.CAPABILITIES.poolProtocols());
        } while (tree.protocol == ListenerProtocol.TERMINATED_HTTPS
                || !tree.protocol.accepts(tree.poolProtocol)
                || (tree.protocol.readsHttp() && tree.poolProtocol == PoolProtocol.PROXY));
        boolean http = tree.protocol.readsHttp();
        tree.headers = http && random.nextBoolean() ? tree.headers : Map.of();
        tree.algorithm = any(Support.CAPABILITIES.algorithms());
        tree.persistence = random.nextBoolean() ? null : PersistenceType.SOURCE_IP;
        tree.connectionLimit = random.nextBoolean() ? -1 : 1 + random.nextInt(1000);
        tree.vip = random.nextBoolean() ? "127.10.3.1" : "::1";
        tree.member = random.nextBoolean() ? "10.1.1.1" : "fd00::1";
        tree.l7 = http && random.nextBoolean();
        tree.cookie = shuffled("a", COOKIE);
        tree.value = shuffled("~*", VALUE);
        tree.regex = random.nextBoolean() ? "^/a b{1,2}'\"$" : "#\\d$|[^x;]";
        tree.url = shuffled("http://a/%20%5B", URL);
        tree.prefix = shuffled("https://a?", URL);
        tree.weight = random.nextInt(257);
        tree.backup = !Balance.of(tree.build().pools().get(0).spec()).hashes() && random.nextBoolean();
        tree.adminStateUp = random.nextInt(4) > 0;
        tree.cidrs = random.nextBoolean() ? null : Collections.nCopies(100, "10.0.0.0/8");
        return tree;
    }

    @Test
    void random_trees_are_valid() throws IOException, InterruptedException {
        DeviceSettings settings = DeviceSettings.of(
                new DeviceSpec(UUID.randomUUID(), "nginx", Map.of("directory", directory.toString()), 1));
        Files.createDirectories(directory.resolve("temp"));
        List<Path> files = new ArrayList<>();
        for (int number = 0; number < TREES; number++) {
            var tree = tree(number).build();
            assertThat(SupportCheck.check(tree).problems()).isEmpty();
            for (var part :
                    LoadBalancerRenderer.render(tree, TlsMaterials.NONE).texts().entrySet()) {
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
