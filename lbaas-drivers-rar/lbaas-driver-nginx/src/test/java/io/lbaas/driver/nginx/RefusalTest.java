package io.lbaas.driver.nginx;

import static org.assertj.core.api.Assertions.assertThat;

import io.lbaas.driver.contract.TreeBuilder;
import io.lbaas.driver.contract.traffic.RefusalContract;
import io.lbaas.driver.contract.traffic.Trees;
import io.lbaas.driver.spi.LoadBalancerDriver;
import io.lbaas.driver.spi.Outcome;
import io.lbaas.model.DesiredLoadBalancer;
import io.lbaas.model.L7Action;
import io.lbaas.model.L7CompareType;
import io.lbaas.model.L7RuleSpec;
import io.lbaas.model.L7RuleType;
import io.lbaas.model.ObjectRef;
import io.lbaas.model.ObjectType;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a real nginx refuses, whom it blames, and that nothing else suffers. */
class RefusalTest extends RefusalContract<TestDevice> {

    @Override
    protected TestDevice device() {
        return new TestDevice();
    }

    @Override
    protected TestDevice unchecked() {
        return new TestDevice("[ \"$1\" = -t ] || exec /usr/sbin/nginx \"$@\"");
    }

    /** An expression that is none. */
    @Override
    protected DesiredLoadBalancer senseless(int atPort) {
        L7RuleSpec rule = new L7RuleSpec(L7RuleType.PATH, L7CompareType.REGEX, null, "a(b", false, true);
        return new TreeBuilder().vip(VIP, atPort).policy(L7Action.REJECT, rule).build();
    }

    @Override
    protected ObjectRef culprit(DesiredLoadBalancer senseless) {
        var policy = senseless.listeners().get(0).l7Policies().get(0);
        return new ObjectRef(ObjectType.L7_RULE, policy.rules().get(0).id());
    }

    @Override
    protected String complaint() {
        return "pcre2_compile";
    }

    @Test
    void reload_that_fails_leaves_the_others_of_the_batch() {
        try (TestDevice unchecked = unchecked();
                LoadBalancerDriver session = unchecked.open()) {
            List<Outcome> outcomes =
                    session.apply(List.of(Trees.change(senseless(port), 1), Trees.change(other(1, one), 1)));
            assertThat(outcomes.get(0)).isInstanceOf(Outcome.Failed.class);
            assertThat(outcomes.get(1)).isInstanceOf(Outcome.Completed.class);
            assertThat(ask(1)).isEqualTo(one.name());
        }
    }
}
