package io.lbaas.driver.bigip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.lbaas.driver.contract.TreeBuilder;
import io.lbaas.driver.spi.Change;
import io.lbaas.driver.spi.FailureKind;
import io.lbaas.driver.spi.LoadBalancerDriver;
import io.lbaas.driver.spi.Outcome;
import io.lbaas.driver.spi.StateAfter;
import io.lbaas.model.DesiredLoadBalancer;
import io.lbaas.model.ObjectRef;
import io.lbaas.model.ObjectType;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What goes wrong with tasks, tokens and answers. */
class FaultTest {
    private final TestDevice device = new TestDevice();
    private final LoadBalancerDriver driver = device.open();
    private final DesiredLoadBalancer tree = new TreeBuilder().build();

    @AfterEach
    void stop() {
        driver.close();
        device.close();
    }

    private static Change apply(DesiredLoadBalancer tree, long generation) {
        return new Change.Apply(tree, generation, Instant.now().plusSeconds(10));
    }

    private Outcome submit(Change change) {
        return driver.apply(List.of(change)).get(0);
    }

    private Outcome end(Outcome outcome) {
        return end(driver, outcome);
    }

    private static Outcome end(LoadBalancerDriver driver, Outcome outcome) {
        return outcome instanceof Outcome.Pending pending
                ? await().pollInSameThread()
                        .pollInterval(Duration.ofMillis(2))
                        .until(() -> driver.poll(pending.token()), next -> !(next instanceof Outcome.Pending))
                : outcome;
    }

    private static void assertFailed(Outcome outcome, FailureKind kind, String words) {
        assertThat(outcome).isInstanceOfSatisfying(Outcome.Failed.class, failed -> {
            assertThat(failed.kind()).isEqualTo(kind);
            assertThat(failed.message()).contains(words);
        });
    }

    @Test
    void cancelledTaskIsLostAndCanBeOrderedAgain() {
        device.bigip().faults().neverFinish(true);
        Outcome pending = submit(apply(tree, 1));
        device.bigip().restart();
        device.bigip().faults().neverFinish(false);

        assertFailed(end(pending), FailureKind.LOST, "task cancelled");
        assertThat(end(submit(apply(tree, 1)))).isInstanceOf(Outcome.Completed.class);
    }

    @Test
    void lostRecordOfAChangeThatWasMadeIsACompletion() {
        device.bigip().faults().loseRecords(true);

        assertThat(end(submit(apply(tree, 4))))
                .isInstanceOfSatisfying(Outcome.Completed.class, completed -> assertThat(completed.generation())
                        .isEqualTo(4));
    }

    @Test
    void lostRecordOfAChangeThatWasNotMadeIsLost() {
        device.bigip().faults().loseRecords(true);
        device.bigip().faults().lie(true);

        assertFailed(end(submit(apply(tree, 1))), FailureKind.LOST, "no record");
    }

    @Test
    void deviceThatLiesIsNotBelieved() {
        device.bigip().faults().lie(true);

        assertFailed(end(submit(apply(tree, 1))), FailureKind.LOST, "it is not");
    }

    @Test
    void changeThatNeverFinishesStaysPending() {
        device.bigip().faults().neverFinish(true);
        Outcome.Pending pending = (Outcome.Pending) submit(apply(tree, 1));

        assertThat(driver.poll(pending.token())).isEqualTo(pending);
        driver.cancel(pending.token());
        assertThat(pending.token().opaque()).hasSizeLessThan(1024);
    }

    @Test
    void answerThatIsMissingLeavesTheOutcomeOpen() {
        device.bigip().faults().leaveNextUnanswered(1);

        assertThat(submit(apply(tree, 1))).isInstanceOfSatisfying(Outcome.Failed.class, failed -> {
            assertThat(failed.kind()).isEqualTo(FailureKind.TIMEOUT_UNKNOWN);
            assertThat(failed.stateAfter()).isEqualTo(StateAfter.UNKNOWN);
        });
        await().until(() -> driver.observe(tree.id()).generation() == 1);
    }

    @Test
    void declarationThatIsBrokenOffLeavesTheOutcomeOpenAndNothingBehind() throws Exception {
        device.bigip().faults().resetNext(1);

        assertFailed(submit(apply(tree, 1)), FailureKind.TIMEOUT_UNKNOWN, "declare");
        assertThat(driver.observe(tree.id()).present()).isFalse();
        assertThat(end(submit(apply(tree, 1)))).isInstanceOf(Outcome.Completed.class);
    }

    @Test
    void busyDeviceIsToldInItsOwnWordsWhenItIsAskedAfterTheChange() {
        device.bigip().faults().busy(true);

        assertFailed(end(submit(apply(tree, 1))), FailureKind.LOST, "Configuration operation in progress");
        device.bigip().faults().busy(false);
        assertThat(end(submit(apply(tree, 1)))).isInstanceOf(Outcome.Completed.class);
    }

    @Test
    void deviceThatHasGivenTooManyTokensIsTriedAgainAndRepeatsNoPassword() {
        device.bigip().exhaustTokens();

        assertThat(submit(apply(tree, 1))).isInstanceOfSatisfying(Outcome.Failed.class, failed -> {
            assertThat(failed.kind().reaction()).isEqualTo(FailureKind.Reaction.RETRY);
            assertThat(failed.message()).contains("maximum active login tokens").doesNotContain(TestDevice.PASSWORD);
        });
    }

    @Test
    void expiredTokenIsRenewedOnce() {
        assertThat(end(submit(apply(tree, 1)))).isInstanceOf(Outcome.Completed.class);
        device.bigip().expireTokens();

        assertThat(end(submit(apply(tree, 2)))).isInstanceOf(Outcome.Completed.class);
        assertThat(device.bigip().log().stream().filter(request -> request.endsWith("/login")))
                .hasSize(2);
    }

    @Test
    void wrongPasswordIsToldOnceAndWithoutIt() {
        try (LoadBalancerDriver wrong = device.open(Map.of(), "wrong-password")) {
            assertFailed(
                    wrong.apply(List.of(apply(tree, 1))).get(0), FailureKind.AUTH, "does not accept the user name");
            assertThat(wrong.probe().reachable()).isFalse();
            assertThat(wrong.probe().message()).doesNotContain("wrong-password");
        }
    }

    @Test
    void tokensAreGivenBack() {
        try (LoadBalancerDriver other = device.open()) {
            assertThat(other.probe().reachable()).isTrue();
            assertThat(device.bigip().tokens()).isEqualTo(1);
        }
        assertThat(device.bigip().tokens()).isZero();
    }

    @Test
    void refusalOfOneTenantIsNotTheOthers() {
        device.bigip().faults().refuse("192.0.2.66");
        DesiredLoadBalancer bad = new TreeBuilder().members("192.0.2.66").build();
        List<Outcome> outcomes = driver.apply(List.of(apply(tree, 1), apply(bad, 1)));

        assertThat(end(outcomes.get(0))).isInstanceOf(Outcome.Completed.class);
        assertThat(end(outcomes.get(1))).isInstanceOfSatisfying(Outcome.Failed.class, failed -> {
            assertThat(failed.kind()).isEqualTo(FailureKind.DEVICE_REFUSED);
            assertThat(failed.code()).isEqualTo("422");
            assertThat(failed.message()).contains("0107176c:3: Invalid Node");
            assertThat(failed.stateAfter()).isEqualTo(StateAfter.ROLLED_BACK);
        });
        assertThat(device.bigip().log().stream().filter(request -> request.startsWith("POST /mgmt/shared/appsvcs")))
                .as("one declaration for both")
                .hasSize(1);
    }

    @Test
    void objectThatTheDeviceNamesIsBlamed() {
        TreeBuilder builder = new TreeBuilder();
        DesiredLoadBalancer first = builder.build();
        DesiredLoadBalancer second = new TreeBuilder()
                .vip("127.0.0.1", first.listeners().get(0).spec().protocolPort())
                .build();
        assertThat(end(submit(apply(first, 1)))).isInstanceOf(Outcome.Completed.class);

        ObjectRef listener =
                new ObjectRef(ObjectType.LISTENER, second.listeners().get(0).id());
        assertThat(end(submit(apply(second, 1))))
                .isInstanceOfSatisfying(Outcome.Failed.class, failed -> assertThat(failed.blamed())
                        .containsKey(listener));
    }

    @Test
    void agentThatReadAnOlderStateCannotUndoAChange() throws Exception {
        device.bigip().faults().burst(true);
        device.bigip().faults().neverFinish(true);
        List<Outcome> outcomes;
        try (LoadBalancerDriver other = device.open()) {
            Outcome newer = other.apply(List.of(apply(tree, 2))).get(0);
            Outcome older = submit(apply(tree, 1));
            device.bigip().faults().neverFinish(false);
            outcomes = List.of(end(other, newer), end(older));
        }

        assertThat(outcomes.get(0)).isInstanceOf(Outcome.Completed.class);
        assertFailed(outcomes.get(1), FailureKind.LOST, "The hash you submitted does not match");
        assertFailed(submit(apply(tree, 1)), FailureKind.STALE_GENERATION, "generation 2");
        assertThat(driver.observe(tree.id()).generation()).isEqualTo(2);
    }

    @Test
    void standbyUnitIsNotChanged() {
        device.bigip().faults().standby(true);

        assertFailed(submit(apply(tree, 1)), FailureKind.TRANSIENT, "STANDBY");
        assertThat(driver.probe().message()).contains("STANDBY");
        assertThat(device.bigip().log()).noneMatch(request -> request.startsWith("POST /mgmt/shared/appsvcs"));
    }

    @Test
    void deviceWhoseAs3IsStartingIsTriedAgain() {
        device.bigip().faults().starting(true);

        assertFailed(submit(apply(tree, 1)), FailureKind.TRANSIENT, "not registered");
        assertThat(driver.probe().reachable()).isFalse();
    }

    @Test
    void as3ThatIsTooOldIsToldByTheProbe() {
        device.bigip().faults().version("3.49.0");

        assertThat(driver.probe().reachable()).isFalse();
        assertThat(driver.probe().message()).isEqualTo("AS3 3.49.0 is too old, 3.56.0 is needed");
    }

    @Test
    void syncGroupIsNamedInTheRequest() {
        try (LoadBalancerDriver paired = device.open(Map.of("sync-group", "/Common/pair"), TestDevice.PASSWORD)) {
            assertThat(end(paired, paired.apply(List.of(apply(tree, 1))).get(0)))
                    .isInstanceOf(Outcome.Completed.class);
        }
    }

    @Test
    void tombstonesGoWhenTheyAreForgotten() throws Exception {
        Change removal = new Change.Remove(tree.id(), 2, Instant.now().plusSeconds(10));
        DesiredLoadBalancer kept = new TreeBuilder().build();
        assertThat(end(submit(apply(kept, 1)))).isInstanceOf(Outcome.Completed.class);
        assertThat(end(submit(removal))).isInstanceOf(Outcome.Completed.class);

        driver.forget(List.of(tree.id(), kept.id()));

        await().until(() -> driver.list().entries().size() == 1);
        assertThat(driver.list().entries())
                .extracting(entry -> entry.loadBalancerId())
                .containsExactly(kept.id());
    }
}
