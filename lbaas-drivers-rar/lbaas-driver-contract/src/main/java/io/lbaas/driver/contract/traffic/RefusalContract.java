package io.lbaas.driver.contract.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import io.lbaas.driver.contract.TreeBuilder;
import io.lbaas.driver.spi.DeviceReadException;
import io.lbaas.driver.spi.FailureKind;
import io.lbaas.driver.spi.LoadBalancerDriver;
import io.lbaas.driver.spi.Outcome;
import io.lbaas.driver.spi.StateAfter;
import io.lbaas.model.DesiredLoadBalancer;
import io.lbaas.model.ObjectRef;
import io.lbaas.model.ObjectType;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/**
 * What a device refuses, whom it blames, and that nothing else suffers.
 *
 * @param <D> the device
 */
public abstract class RefusalContract<D extends RealDevice<?>> extends TrafficFixture<D> {

    /** A device whose program calls valid whatever it is asked about. */
    protected abstract D unchecked();

    /** A load balancer on a port of the VIP that passes the driver's check and not the device's. */
    protected abstract DesiredLoadBalancer senseless(int atPort);

    /** The object of such a load balancer that is at fault. */
    protected abstract ObjectRef culprit(DesiredLoadBalancer senseless);

    /** What the device says of it, among other words. */
    protected abstract String complaint();

    private static ObjectRef listener(DesiredLoadBalancer tree) {
        return new ObjectRef(ObjectType.LISTENER, tree.listeners().get(0).id());
    }

    @Test
    void object_at_fault_is_named_and_the_others_of_the_batch_are_made() {
        DesiredLoadBalancer bad = senseless(port);
        List<Outcome> outcomes = driver.apply(List.of(Trees.change(bad, 1), Trees.change(other(1, one), 1)));
        assertThat(outcomes.get(0)).isInstanceOfSatisfying(Outcome.Failed.class, failed -> {
            assertThat(failed.kind()).isEqualTo(FailureKind.DEVICE_REFUSED);
            assertThat(failed.stateAfter()).isEqualTo(StateAfter.UNCHANGED);
            assertThat(failed.message()).contains(complaint()).doesNotContain("/");
            assertThat(failed.blamed()).containsOnlyKeys(culprit(bad));
        });
        assertThat(outcomes.get(1)).isInstanceOf(Outcome.Completed.class);
        assertThat(ask(1)).isEqualTo(one.name());
    }

    @Test
    void reload_that_fails_is_rolled_back_and_traffic_goes_on() throws DeviceReadException {
        try (D unchecked = unchecked();
                LoadBalancerDriver session = unchecked.open()) {
            assertThat(Trees.apply(session, tree(one), 1)).isInstanceOf(Outcome.Completed.class);
            try (Load load = new Load(VIP, port)) {
                DesiredLoadBalancer bad = senseless(port + 1);
                assertThat(Trees.apply(session, bad, 1)).isInstanceOfSatisfying(Outcome.Failed.class, failed -> {
                    assertThat(failed.kind()).isEqualTo(FailureKind.DEVICE_REFUSED);
                    assertThat(failed.stateAfter()).isEqualTo(StateAfter.ROLLED_BACK);
                    assertThat(failed.message()).contains(complaint());
                    assertThat(failed.blamed()).hasSize(1);
                });
                assertThat(session.observe(bad.id()).present()).isFalse();
                assertThat(Trees.apply(session, other(2, one), 1)).isInstanceOf(Outcome.Completed.class);
                load.awaitAnswers(one);
                load.close();
                assertThat(load.failures()).isEmpty();
            }
            assertThat(ask(2)).isEqualTo(one.name());
        }
    }

    @Test
    void address_that_another_program_has_is_refused_and_the_others_of_the_batch_are_made() throws IOException {
        completes(tree(one), 1);
        try (ServerSocket program = new ServerSocket();
                Load load = new Load(VIP, port)) {
            program.bind(new InetSocketAddress(VIP, port + 1));
            DesiredLoadBalancer taken = other(1, one);
            List<Outcome> outcomes = driver.apply(List.of(Trees.change(taken, 1), Trees.change(other(2, one), 1)));
            assertThat(outcomes.get(0)).isInstanceOfSatisfying(Outcome.Failed.class, failed -> {
                assertThat(failed.message()).contains("Address already in use");
                assertThat(failed.blamed()).containsOnlyKeys(listener(taken));
            });
            assertThat(outcomes.get(1)).isInstanceOf(Outcome.Completed.class);
            load.awaitAnswers(one);
            load.close();
            assertThat(load.failures()).isEmpty();
        }
        assertThat(ask(2)).isEqualTo(one.name());
    }

    @Test
    void second_load_balancer_on_an_address_is_refused_in_the_vendors_words_and_the_first_goes_on()
            throws DeviceReadException {
        completes(Trees.of(new UUID(9, 9), VIP, port, one), 1);
        try (Load load = new Load(VIP, port)) {
            // Whichever of the two the device reads first.
            for (UUID later : List.of(new UUID(1, 1), new UUID(-1, 1))) {
                DesiredLoadBalancer second = Trees.of(later, VIP, port, two);
                assertThat(Trees.apply(driver, second, 1)).isInstanceOfSatisfying(Outcome.Failed.class, failed -> {
                    assertThat(failed.kind()).isEqualTo(FailureKind.CONFLICT);
                    assertThat(failed.message())
                            .contains(VIP + ":" + port)
                            .doesNotContain(device.directory().toString());
                    assertThat(failed.blamed()).containsOnlyKeys(listener(second));
                });
                assertThat(driver.observe(later).present()).isFalse();
            }
            load.awaitAnswers(one);
            load.close();
            assertThat(load.failures()).isEmpty();
            assertThat(load.answersOf(two)).isZero();
        }
    }

    @Test
    void file_that_a_person_broke_harms_no_traffic_and_is_told() throws IOException {
        completes(tree(one), 1);
        Path ours = device.configuration(id);
        Path file = ours.resolveSibling(ours.getFileName().toString().replace(id.toString(), "local"));
        Files.writeString(file, "nonsense;\n");
        assertThat(Trees.apply(driver, new TreeBuilder().build(), 1))
                .isInstanceOfSatisfying(Outcome.Failed.class, failed -> assertThat(failed.message())
                        .contains("nonsense"));
        assertThat(ask()).isEqualTo(one.name());
        Files.delete(file);
        completes(new TreeBuilder().build(), 1);
    }
}
