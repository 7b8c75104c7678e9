package io.lbaas.driver.haproxy;

import static org.assertj.core.api.Assertions.assertThat;

import io.lbaas.driver.contract.traffic.TrafficContract;
import io.lbaas.driver.contract.traffic.Trees;
import io.lbaas.model.DesiredLoadBalancer;
import io.lbaas.model.DesiredLoadBalancer.Member;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What HTTP clients of a real HAProxy see while the configuration changes, and which changes take a reload. */
class TrafficTest extends TrafficContract<TestDevice> {

    @Override
    protected TestDevice device() {
        return new TestDevice();
    }

    @Test
    void members_come_and_go_without_a_reload() throws IOException {
        Member first = Trees.member(one.port(), 1, true);
        Member second = Trees.member(two.port(), 1, true);
        DesiredLoadBalancer alone = Trees.checked(tree(one));
        completes(alone, 1);
        String process = device.process();
        completes(Trees.with(alone, List.of(first, second)), 2);
        completes(alone, 3);
        completes(Trees.with(alone, List.of(first, second)), 4);
        assertThat(List.of(ask(), ask())).containsOnlyOnce(one.name(), two.name());
        assertThat(device.process()).isEqualTo(process);
    }

    @Test
    void weight_and_admin_state_change_without_a_reload() throws IOException {
        DesiredLoadBalancer tree = tree(one, two);
        completes(tree, 1);
        String process = device.process();
        completes(Trees.with(tree, List.of(Trees.member(one.port(), 0, true), Trees.member(two.port(), 5, true))), 2);
        assertThat(List.of(ask(), ask())).containsOnly(two.name());
        completes(Trees.with(tree, List.of(Trees.member(one.port(), 1, true), Trees.member(two.port(), 5, false))), 3);
        assertThat(List.of(ask(), ask())).containsOnly(one.name());
        assertThat(device.process()).isEqualTo(process);
    }

    @Test
    void another_load_balancer_takes_a_reload() throws IOException {
        completes(tree(one), 1);
        String process = device.process();
        completes(other(1, one), 1);
        assertThat(device.process()).isNotEqualTo(process);
    }
}
