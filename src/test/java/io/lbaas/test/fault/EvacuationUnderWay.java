package io.lbaas.test.fault;

import static org.assertj.core.api.Assertions.assertThat;

import io.lbaas.test.fleet.Member;
import io.lbaas.test.harness.Api;
import jakarta.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;

/**
 * Load balancers on their way to a device that takes long to have them, so that it can only be asked whether it is done.
 *
 * @param directory where the devices keep what they have, each in a directory of its id
 */
record EvacuationUnderWay(Path directory, Member from, Member to, List<String> loadBalancers) {
    private static final int SOME = 5;
    private static final Duration LONG = Duration.ofSeconds(40);

    /** Begins one, and waits until all are on their way. */
    static EvacuationUnderWay begin(Api api, Path directory) {
        Member.named(api, "noop").state("DISABLED");
        Member from = device(api, "left", Map.of("directory", directory.toString()));
        List<String> loadBalancers =
                IntStream.range(0, SOME).mapToObj(i -> create(api)).toList();
        Member to = device(
                api, "slow", Map.of("directory", directory.toString(), "pend-ms", Long.toString(LONG.toMillis())));
        assertThat(from.evacuate().status()).isEqualTo(202);
        from.until(device -> device.getInt("load_balancers") == 0);
        return new EvacuationUnderWay(directory, from, to, loadBalancers);
    }

    /** Nothing has left the former device yet. */
    void assertUnderWay() {
        assertThat(from.show().getInt("stale_load_balancers")).isEqualTo(SOME);
    }

    /** All are on the one device, and of the other nothing is left but what keeps late commands off. */
    void assertOver(Api api) {
        new Member(api, from.id(), from.description()).until(device -> device.getInt("stale_load_balancers") == 0);
        for (String id : loadBalancers) {
            api.awaitStatus("loadbalancers/" + id, "loadbalancer", "ACTIVE");
            assertThat(content(to, id)).contains(id);
            assertThat(content(from, id)).doesNotContain(id);
        }
    }

    private static Member device(Api api, String name, Map<String, String> settings) {
        return Member.register(api, Member.description(name, "noop", settings));
    }

    private static String create(Api api) {
        String id = api.create(
                        "loadbalancers",
                        "loadbalancer",
                        Json.createObjectBuilder()
                                .add("provider", "noop")
                                .add("vip_subnet_id", UUID.randomUUID().toString()))
                .getString("id");
        api.awaitStatus("loadbalancers/" + id, "loadbalancer", "ACTIVE");
        return id;
    }

    private String content(Member device, String id) {
        try {
            return Files.readString(directory.resolve(device.id()).resolve(id + ".lb"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
