package io.lbaas.driver.nginx;

import static org.assertj.core.api.Assertions.assertThat;

import io.lbaas.driver.contract.traffic.TrafficContract;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What HTTP clients of a real nginx see while the configuration changes. */
class TrafficTest extends TrafficContract<TestDevice> {

    @Override
    protected TestDevice device() {
        return new TestDevice();
    }

    @Test
    void member_that_does_not_answer_is_passed_over() {
        completes(tree(one, two), 1);
        two.close();
        assertThat(Stream.generate(this::ask).limit(10)).containsOnly(one.name());
    }
}
