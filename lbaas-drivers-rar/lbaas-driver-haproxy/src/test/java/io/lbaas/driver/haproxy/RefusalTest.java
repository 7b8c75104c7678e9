package io.lbaas.driver.haproxy;

import static org.assertj.core.api.Assertions.assertThat;

import io.lbaas.driver.contract.TreeBuilder;
import io.lbaas.driver.contract.traffic.RefusalContract;
import io.lbaas.driver.contract.traffic.Trees;
import io.lbaas.driver.spi.Change;
import io.lbaas.driver.spi.FailureKind;
import io.lbaas.driver.spi.Outcome;
import io.lbaas.model.DesiredLoadBalancer;
import io.lbaas.model.DesiredLoadBalancer.HealthMonitor;
import io.lbaas.model.DesiredLoadBalancer.Pool;
import io.lbaas.model.HealthMonitorSpec;
import io.lbaas.model.MonitorType;
import io.lbaas.model.ObjectRef;
import io.lbaas.model.ObjectType;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What a real HAProxy refuses, whom it blames, and that nothing else suffers. */
class RefusalTest extends RefusalContract<TestDevice> {

    @Override
    protected TestDevice device() {
        return new TestDevice();
    }

    @Override
    protected TestDevice unchecked() {
        return new TestDevice("[ \"$1\" = -c ] || exec /usr/sbin/haproxy \"$@\"");
    }

    /** A timeout that overflows HAProxy's timer. */
    @Override
    protected DesiredLoadBalancer senseless(int atPort) {
        HealthMonitorSpec spec =
                new HealthMonitorSpec(MonitorType.TCP, 1, Integer.MAX_VALUE, 1, 1, null, null, null, null, null, true);
        DesiredLoadBalancer tree = Trees.of(UUID.randomUUID(), VIP, atPort, one);
        Pool pool = tree.pools().get(0);
        return Trees.withPool(
                tree, new Pool(pool.id(), pool.spec(), pool.members(), new HealthMonitor(UUID.randomUUID(), spec)));
    }

    @Override
    protected ObjectRef culprit(DesiredLoadBalancer senseless) {
        return new ObjectRef(
                ObjectType.HEALTH_MONITOR,
                senseless.pools().get(0).healthMonitor().id());
    }

    @Override
    protected String complaint() {
        return "overflow";
    }

    @Test
    void haproxy_that_hangs_is_unreachable_by_the_deadline() throws IOException, InterruptedException {
        completes(tree(one), 1);
        String worker = device.process().substring("Pid: ".length());
        signal("-STOP", worker);
        try {
            Instant deadline = Instant.now().plusSeconds(1);
            assertThat(driver.apply(List.of(new Change.Apply(new TreeBuilder().build(), 1, deadline))))
                    .singleElement()
                    .isInstanceOfSatisfying(Outcome.Failed.class, failed -> assertThat(failed.kind())
                            .isEqualTo(FailureKind.UNREACHABLE));
        } finally {
            signal("-CONT", worker);
        }
        completes(new TreeBuilder().build(), 1);
    }

    private static void signal(String signal, String pid) throws IOException, InterruptedException {
        new ProcessBuilder("kill", signal, pid).start().waitFor();
    }
}
