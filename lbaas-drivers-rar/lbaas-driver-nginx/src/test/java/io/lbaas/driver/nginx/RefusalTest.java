package io.lbaas.driver.nginx;

import static org.assertj.core.api.Assertions.assertThat;

import io.lbaas.driver.contract.TreeBuilder;
import io.lbaas.driver.contract.traffic.Backend;
import io.lbaas.driver.contract.traffic.Load;
import io.lbaas.driver.contract.traffic.Ports;
import io.lbaas.driver.contract.traffic.Trees;
import io.lbaas.driver.spi.DeviceReadException;
import io.lbaas.driver.spi.FailureKind;
import io.lbaas.driver.spi.LoadBalancerDriver;
import io.lbaas.driver.spi.Outcome;
import io.lbaas.driver.spi.StateAfter;
import io.lbaas.model.DesiredLoadBalancer;
import io.lbaas.model.L7Action;
import io.lbaas.model.L7CompareType;
import io.lbaas.model.L7RuleSpec;
import io.lbaas.model.L7RuleType;
import io.lbaas.model.ObjectRef;
import io.lbaas.model.ObjectType;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What nginx refuses, whom it blames, and that nothing else suffers. */
class RefusalTest {
    private static final String VIP = "127.10.4.1";
    private static final int PORT = Ports.free();

    private final TestDevice device = new TestDevice();
    private final LoadBalancerDriver driver = device.open();
    private final Backend one = new Backend();
    private final Backend two = new Backend();

    @AfterEach
    void stop() {
        device.close();
        one.close();
        two.close();
    }

    /** Passes our check and not nginx's: an expression that is none. */
    private static DesiredLoadBalancer senseless(int port) {
        L7RuleSpec rule = new L7RuleSpec(L7RuleType.PATH, L7CompareType.REGEX, null, "a(b", false, true);
        return new TreeBuilder().vip(VIP, port).policy(L7Action.REJECT, rule).build();
    }

    @Test
    void object_at_fault_is_named_and_the_others_of_the_batch_are_made() {
        DesiredLoadBalancer bad = senseless(PORT);
        DesiredLoadBalancer good = Trees.of(UUID.randomUUID(), VIP, PORT + 1, one);
        List<Outcome> outcomes = driver.apply(List.of(Trees.change(bad, 1), Trees.change(good, 1)));
        ObjectRef rule = new ObjectRef(
                ObjectType.L7_RULE,
                bad.listeners().get(0).l7Policies().get(0).rules().get(0).id());
        assertThat(outcomes.get(0)).isInstanceOfSatisfying(Outcome.Failed.class, failed -> {
            assertThat(failed.kind()).isEqualTo(FailureKind.DEVICE_REFUSED);
            assertThat(failed.stateAfter()).isEqualTo(StateAfter.UNCHANGED);
            assertThat(failed.message()).contains("pcre2_compile").doesNotContain("/");
            assertThat(failed.blamed()).containsOnlyKeys(rule);
        });
        assertThat(outcomes.get(1)).isInstanceOf(Outcome.Completed.class);
        assertThat(Load.once(VIP, PORT + 1)).isEqualTo(one.name());
    }

    /** nginx calls valid what it then does not load. */
    @Test
    void reload_that_fails_is_rolled_back_and_the_workers_go_on() throws DeviceReadException {
        try (TestDevice unchecked = new TestDevice("[ \"$1\" = -t ] || exec /usr/sbin/nginx \"$@\"")) {
            LoadBalancerDriver session = unchecked.open();
            DesiredLoadBalancer good = Trees.of(UUID.randomUUID(), VIP, PORT, one);
            assertThat(Trees.apply(session, good, 1)).isInstanceOf(Outcome.Completed.class);
            try (Load load = new Load(VIP, PORT)) {
                DesiredLoadBalancer bad = senseless(PORT + 1);
                DesiredLoadBalancer next = Trees.of(UUID.randomUUID(), VIP, PORT + 2, one);
                List<Outcome> outcomes = session.apply(List.of(Trees.change(bad, 1), Trees.change(next, 1)));
                assertThat(outcomes.get(0)).isInstanceOfSatisfying(Outcome.Failed.class, failed -> {
                    assertThat(failed.kind()).isEqualTo(FailureKind.DEVICE_REFUSED);
                    assertThat(failed.stateAfter()).isEqualTo(StateAfter.ROLLED_BACK);
                    assertThat(failed.message()).contains("pcre2_compile");
                    assertThat(failed.blamed()).hasSize(1);
                });
                assertThat(session.observe(bad.id()).present()).isFalse();
                assertThat(outcomes.get(1)).isInstanceOf(Outcome.Completed.class);
                load.awaitAnswers(one);
                load.close();
                assertThat(load.failures()).isEmpty();
            }
            assertThat(Load.once(VIP, PORT + 2)).isEqualTo(one.name());
        }
    }

    @Test
    void address_that_another_program_has_is_refused_and_the_others_of_the_batch_are_made() throws IOException {
        assertThat(Trees.apply(driver, Trees.of(UUID.randomUUID(), VIP, PORT, one), 1))
                .isInstanceOf(Outcome.Completed.class);
        try (ServerSocket other = new ServerSocket();
                Load load = new Load(VIP, PORT)) {
            other.bind(new InetSocketAddress(VIP, PORT + 1));
            DesiredLoadBalancer taken = Trees.of(UUID.randomUUID(), VIP, PORT + 1, one);
            DesiredLoadBalancer free = Trees.of(UUID.randomUUID(), VIP, PORT + 2, one);
            List<Outcome> outcomes = driver.apply(List.of(Trees.change(taken, 1), Trees.change(free, 1)));
            assertThat(outcomes.get(0)).isInstanceOfSatisfying(Outcome.Failed.class, failed -> {
                assertThat(failed.message()).contains("Address already in use");
                assertThat(failed.blamed())
                        .containsOnlyKeys(new ObjectRef(
                                ObjectType.LISTENER, taken.listeners().get(0).id()));
            });
            assertThat(outcomes.get(1)).isInstanceOf(Outcome.Completed.class);
            load.awaitAnswers(one);
            load.close();
            assertThat(load.failures()).isEmpty();
        }
        assertThat(Load.once(VIP, PORT + 2)).isEqualTo(one.name());
    }

    @Test
    void second_load_balancer_on_an_address_is_refused_in_the_vendors_words_and_the_first_goes_on()
            throws DeviceReadException {
        // Whichever of the two files nginx reads first.
        for (UUID id : List.of(new UUID(1, 1), new UUID(-1, 1))) {
            assertThat(Trees.apply(driver, Trees.of(new UUID(9, 9), VIP, PORT, one), 1))
                    .isInstanceOf(Outcome.Completed.class);
            DesiredLoadBalancer second = Trees.of(id, VIP, PORT, two);
            assertThat(Trees.apply(driver, second, 1)).isInstanceOfSatisfying(Outcome.Failed.class, failed -> {
                assertThat(failed.kind()).isEqualTo(FailureKind.DEVICE_REFUSED);
                assertThat(failed.message())
                        .contains("duplicate", VIP + ":" + PORT)
                        .doesNotContain(device.directory().toString());
                assertThat(failed.blamed())
                        .containsOnlyKeys(new ObjectRef(
                                ObjectType.LISTENER, second.listeners().get(0).id()));
            });
            assertThat(Load.once(VIP, PORT)).isEqualTo(one.name());
            assertThat(driver.observe(second.id()).present()).isFalse();
        }
    }

    @Test
    void file_that_a_person_broke_harms_no_traffic_and_is_told() throws IOException {
        Trees.apply(driver, Trees.of(UUID.randomUUID(), VIP, PORT, one), 1);
        var file = device.settings().configDirectory().resolve("local.http.conf");
        Files.writeString(file, "nonsense;\n");
        assertThat(Trees.apply(driver, new TreeBuilder().build(), 1))
                .isInstanceOfSatisfying(Outcome.Failed.class, failed -> assertThat(failed.message())
                        .contains("nonsense"));
        assertThat(Load.once(VIP, PORT)).isEqualTo(one.name());
        Files.delete(file);
        assertThat(Trees.apply(driver, new TreeBuilder().build(), 1)).isInstanceOf(Outcome.Completed.class);
    }
}
