package io.lbaas.driver.haproxy;

import static org.assertj.core.api.Assertions.assertThat;

import io.lbaas.driver.contract.TreeBuilder;
import io.lbaas.driver.contract.traffic.Backend;
import io.lbaas.driver.contract.traffic.Ports;
import io.lbaas.driver.contract.traffic.Trees;
import io.lbaas.driver.haproxy.runtime.Worker;
import io.lbaas.driver.host.local.LocalHost;
import io.lbaas.driver.spi.LoadBalancerDriver;
import io.lbaas.driver.spi.Outcome;
import io.lbaas.model.DesiredLoadBalancer;
import io.lbaas.model.DesiredLoadBalancer.Member;
import io.lbaas.model.DesiredLoadBalancer.Pool;
import io.lbaas.model.MemberSpec;
import io.lbaas.model.PersistenceType;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Clients stay with their member, whatever happens to the configuration. */
class PersistenceTest {
    private static final String VIP = "127.10.4.1";
    private static final int PORT = Ports.free();
    /** Flags of HAProxy's for a worker that waits for tables neither from this host nor from another. */
    private static final int RESYNCHRONISED = 3;

    private final TestDevice device = new TestDevice();
    private final LoadBalancerDriver driver = device.open();
    private final List<Backend> backends =
            IntStream.range(0, 4).mapToObj(number -> new Backend()).toList();
    private final UUID id = UUID.randomUUID();

    @AfterEach
    void stop() {
        device.close();
        backends.forEach(Backend::close);
    }

    private DesiredLoadBalancer tree(PersistenceType type, List<Backend> members) {
        DesiredLoadBalancer tree =
                new TreeBuilder().id(id).vip(VIP, PORT).persistence(type).build();
        Pool pool = tree.pools().get(0);
        List<Member> servers = members.stream()
                .map(member -> new Member(
                        new UUID(1, member.port()),
                        new MemberSpec("127.0.0.1", member.port(), 1, false, true, null, null, null)))
                .toList();
        return new DesiredLoadBalancer(
                id,
                tree.vipAddresses(),
                tree.spec(),
                tree.listeners(),
                List.of(new Pool(pool.id(), pool.spec(), servers, null)));
    }

    private void completes(DesiredLoadBalancer tree, long generation) {
        assertThat(Trees.apply(driver, tree, generation)).isInstanceOf(Outcome.Completed.class);
    }

    private String epoch() throws IOException {
        return new Worker(new LocalHost(), device.settings())
                .identity(Instant.now().plusSeconds(5))
                .epoch();
    }

    private static HttpClient client() {
        return HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
    }

    private static String ask(HttpClient client) {
        try {
            HttpRequest request = HttpRequest.newBuilder(URI.create("http://" + VIP + ":" + PORT + "/"))
                    .build();
            return client.send(request, BodyHandlers.ofString()).body();
        } catch (IOException e) {
            return e.toString();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "interrupted";
        }
    }

    private static Stream<String> answers(HttpClient client) {
        return IntStream.range(0, 12).mapToObj(number -> ask(client));
    }

    @ParameterizedTest
    @EnumSource(PersistenceType.class)
    void clients_stay_across_reloads(PersistenceType type) throws IOException {
        completes(tree(type, backends), 1);
        HttpClient client = client();
        String member = ask(client);
        assertThat(answers(client)).containsOnly(member);
        awaitThatTablesAreHandedOn();
        for (int other = 1; other <= 3; other++) {
            String epoch = epoch();
            completes(Trees.of(UUID.randomUUID(), VIP, PORT + other, backends.get(0)), 1);
            assertThat(epoch()).isNotEqualTo(epoch);
            Awaitility.await().untilAsserted(() -> assertThat(answers(client)).containsOnly(member));
        }
    }

    /** The first worker of all waits ten seconds for tables before it hands on its own. */
    private void awaitThatTablesAreHandedOn() {
        Awaitility.await().atMost(20, TimeUnit.SECONDS).until(() -> {
            Matcher flags = Pattern.compile("flags=0x(\\p{XDigit}+) resync").matcher(device.ask("show peers"));
            return flags.find() && (Integer.parseInt(flags.group(1), 16) & RESYNCHRONISED) == RESYNCHRONISED;
        });
    }

    @Test
    void cookie_names_a_member_that_came_while_haproxy_runs() throws IOException {
        completes(tree(PersistenceType.HTTP_COOKIE, backends.subList(0, 1)), 1);
        HttpClient early = client();
        ask(early);
        String epoch = epoch();
        completes(tree(PersistenceType.HTTP_COOKIE, backends), 2);
        assertThat(answers(early)).containsOnly(backends.get(0).name());
        List<HttpClient> late =
                Stream.generate(PersistenceTest::client).limit(8).toList();
        List<String> members = late.stream().map(PersistenceTest::ask).toList();
        assertThat(members).contains(backends.get(1).name(), backends.get(3).name());
        assertThat(epoch()).isEqualTo(epoch);
        completes(Trees.of(UUID.randomUUID(), VIP, PORT + 1, backends.get(0)), 1);
        assertThat(epoch()).isNotEqualTo(epoch);
        for (int i = 0; i < late.size(); i++) {
            assertThat(answers(late.get(i))).containsOnly(members.get(i));
        }
    }
}
