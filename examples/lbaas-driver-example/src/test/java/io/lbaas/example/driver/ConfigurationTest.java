package io.lbaas.example.driver;

import io.lbaas.driver.contract.sample.GoldenFile;
import io.lbaas.driver.contract.sample.HostileTextContract;
import io.lbaas.driver.contract.sample.SampleTree;
import io.lbaas.model.DesiredLoadBalancer;
import io.lbaas.model.ListenerProtocol;
import io.lbaas.model.PoolProtocol;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is rendered, and that no text makes more of it. */
class ConfigurationTest extends HostileTextContract {

    @Override
    protected SampleTree sample() {
        return new SampleTree(Support.CAPABILITIES)
                .protocols(ListenerProtocol.TCP, PoolProtocol.TCP)
                .headers(Map.of())
                .cidrs(null)
                .weight(1);
    }

    @Override
    protected boolean acceptable(DesiredLoadBalancer tree) {
        return Support.check(tree).acceptable();
    }

    @Override
    protected List<Integer> shape(DesiredLoadBalancer tree) {
        return Configuration.of(tree).lines().stream()
                .flatMap(String::lines)
                .map(line -> line.split(" ").length)
                .toList();
    }

    @Override
    protected List<String> attacks() {
        return List.of("\nlistener", " down", "\r", "\n.\n");
    }

    @Test
    void listener_with_two_members_of_which_one_is_down() {
        DesiredLoadBalancer tree = sample().more("fd00::5", 1, false, false).build();
        GoldenFile.check(
                ConfigurationTest.class,
                "tcp.txt",
                String.join("\n", Configuration.of(tree).lines()) + "\n");
    }
}
