package io.lbaas.driver.netscaler;

import static org.assertj.core.api.Assertions.assertThat;

import io.lbaas.driver.contract.TreeBuilder;
import io.lbaas.driver.netscaler.simulator.Fault;
import io.lbaas.driver.netscaler.simulator.Simulator;
import io.lbaas.driver.spi.Change;
import io.lbaas.driver.spi.DeviceReadException;
import io.lbaas.driver.spi.FailureKind;
import io.lbaas.driver.spi.ObservedLoadBalancer;
import io.lbaas.driver.spi.Outcome;
import io.lbaas.driver.spi.StateAfter;
import io.lbaas.model.DesiredLoadBalancer;
import io.lbaas.model.L7Action;
import io.lbaas.model.L7CompareType;
import io.lbaas.model.L7RuleType;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of changes when the appliance does not do as it is told. */
class FaultTest {
    private static final Duration LONG = Duration.ofSeconds(20);
    private static final Duration SHORT = Duration.ofSeconds(1);
    private final UUID id = UUID.randomUUID();
    private final TreeBuilder builder = new TreeBuilder().id(id);
    private final DesiredLoadBalancer tree = builder.build();
    private Simulator simulator;
    private NetscalerDriver driver;

    @BeforeEach
    void start() throws IOException {
        simulator = new Simulator(0);
        driver = TestDevice.open(simulator);
    }

    @AfterEach
    void stop() {
        simulator.close();
    }

    private Outcome apply(DesiredLoadBalancer desired, long generation, Duration patience) {
        return driver.apply(List.of(
                        new Change.Apply(desired, generation, Instant.now().plus(patience))))
                .get(0);
    }

    private void completes(DesiredLoadBalancer desired, long generation) {
        assertThat(apply(desired, generation, LONG)).isInstanceOf(Outcome.Completed.class);
    }

    private Outcome.Failed fails(DesiredLoadBalancer desired, long generation, Duration patience) {
        return (Outcome.Failed) apply(desired, generation, patience);
    }

    private ObservedLoadBalancer observed() throws DeviceReadException {
        return driver.observe(id);
    }

    /** Another state with objects of many kinds. */
    private DesiredLoadBalancer switching() {
        return builder.policy(L7Action.REDIRECT_TO_POOL, TreeBuilder.rule(L7RuleType.PATH, L7CompareType.STARTS_WITH))
                .policy(L7Action.REJECT, TreeBuilder.rule(L7RuleType.PATH, L7CompareType.ENDS_WITH))
                .build();
    }

    @ParameterizedTest
    @ValueSource(ints = {444, 1027})
    void endedSessionIsBegunAgain(int code) {
        completes(tree, 1);
        simulator.expireSessions(code);
        completes(builder.connectionLimit(7).build(), 2);
    }

    @Test
    void sessionThatEndsInTheMiddleIsBegunAgain() {
        simulator.inject(Fault.once(Fault.Kind.EXPIRE, "POST lbvserver"));
        completes(tree, 1);
    }

    @Test
    void changedPasswordIsAFailureToBeLetIn() {
        simulator.account(Simulator.USER_NAME, "another");
        assertThat(fails(tree, 1, LONG).kind()).isEqualTo(FailureKind.AUTH);
        assertThat(driver.probe().reachable()).isFalse();
        assertThat(driver.probe().message()).contains("Invalid username or password");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "POST csvserver",
                "POST responderaction",
                "POST csaction",
                "PUT csvserver_cspolicy_binding",
                "DELETE lbvserver.*",
                "PUT lbvserver_servicegroup_binding",
                "PUT policystringmap/.*"
            })
    void refusalInTheMiddleIsRolledBack(String request) throws DeviceReadException {
        completes(tree, 1);
        ObservedLoadBalancer before = observed();
        simulator.inject(Fault.once(Fault.Kind.FAIL, request));
        Outcome.Failed failed = fails(switching(), 2, LONG);
        assertThat(failed.kind()).isEqualTo(FailureKind.DEVICE_REFUSED);
        assertThat(failed.code()).isEqualTo("9999");
        assertThat(failed.message()).contains("Internal error while processing");
        assertThat(failed.stateAfter()).isIn(StateAfter.ROLLED_BACK, StateAfter.UNCHANGED);
        assertThat(observed()).isEqualTo(before);
        completes(switching(), 3);
        assertThat(observed().intact()).isTrue();
    }

    @Test
    void whatCannotBeRolledBackIsSaidToBePartial() throws DeviceReadException {
        completes(tree, 1);
        simulator.inject(Fault.once(Fault.Kind.FAIL, "POST csvserver"));
        simulator.inject(Fault.of(Fault.Kind.FAIL, "DELETE lbvserver.*"));
        assertThat(fails(switching(), 2, LONG).stateAfter()).isEqualTo(StateAfter.PARTIAL);
        assertThat(observed().intact()).isFalse();
        simulator.heal();
        completes(switching(), 2);
        assertThat(observed().intact()).isTrue();
    }

    @Test
    void silenceAfterAChangeWasSentLeavesItUnknown() throws DeviceReadException {
        completes(tree, 1);
        simulator.inject(Fault.once(Fault.Kind.HANG, "PUT lbvserver/.*"));
        Outcome.Failed failed = fails(builder.connectionLimit(9).build(), 2, SHORT);
        assertThat(failed.kind()).isEqualTo(FailureKind.TIMEOUT_UNKNOWN);
        assertThat(failed.stateAfter()).isEqualTo(StateAfter.UNKNOWN);
        assertThat(observed().intact()).isFalse();
        completes(builder.build(), 2);
        assertThat(observed().intact()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"RESET,TIMEOUT_UNKNOWN", "RESET_AFTER,TIMEOUT_UNKNOWN", "HALF,TIMEOUT_UNKNOWN", "BUSY,BUSY"})
    void brokenAndBusyAreTriedAgain(Fault.Kind fault, FailureKind kind) throws DeviceReadException {
        simulator.inject(Fault.once(fault, "PUT servicegroup_servicegroupmember_binding.*"));
        assertThat(fails(tree, 1, LONG).kind()).isEqualTo(kind);
        completes(tree, 1);
        assertThat(observed().intact()).isTrue();
    }

    @Test
    void silenceBeforeAnythingWasSentIsUnreachable() {
        simulator.inject(Fault.of(Fault.Kind.HANG, "GET hanode/0"));
        Outcome.Failed failed = fails(tree, 1, SHORT);
        assertThat(failed.kind()).isEqualTo(FailureKind.UNREACHABLE);
        assertThat(failed.stateAfter()).isEqualTo(StateAfter.UNCHANGED);
        simulator.close();
        assertThat(fails(tree, 1, SHORT).kind()).isEqualTo(FailureKind.UNREACHABLE);
    }

    @Test
    void othersAreNotWaitedForAfterSilence() {
        simulator.inject(Fault.of(Fault.Kind.HANG, "POST lbvserver"));
        Instant end = Instant.now().plus(SHORT);
        List<Outcome> outcomes = driver.apply(List.of(
                new Change.Apply(tree, 1, end), new Change.Apply(new TreeBuilder().build(), 1, end.plus(LONG))));
        assertThat(((Outcome.Failed) outcomes.get(1)).kind()).isEqualTo(FailureKind.UNREACHABLE);
        assertThat(((Outcome.Failed) outcomes.get(1)).stateAfter()).isEqualTo(StateAfter.UNCHANGED);
    }

    @Test
    void configurationIsSavedOncePerBatchAndSurvivesAStart() throws DeviceReadException {
        driver.apply(List.of(
                new Change.Apply(tree, 1, Instant.now().plus(LONG)),
                new Change.Apply(new TreeBuilder().build(), 1, Instant.now().plus(LONG))));
        assertThat(simulator.requests().stream().filter("POST nsconfig action=save"::equals))
                .hasSize(1);
        ObservedLoadBalancer before = observed();
        simulator.reboot();
        assertThat(observed()).isEqualTo(before);
    }

    @Test
    void whatWasNotSavedIsNotDone() {
        simulator.inject(Fault.once(Fault.Kind.BUSY, "POST nsconfig action=save"));
        Outcome.Failed failed = fails(tree, 1, LONG);
        assertThat(failed.kind()).isEqualTo(FailureKind.BUSY);
        assertThat(failed.stateAfter()).isEqualTo(StateAfter.PARTIAL);
        completes(tree, 1);
        assertThat(simulator.requests().stream().filter("POST nsconfig action=save"::equals))
                .hasSize(2);
    }

    @Test
    void startAfterASaveThatWasALieIsSeen() throws DeviceReadException {
        completes(tree, 1);
        simulator.inject(Fault.once(Fault.Kind.LIE, "POST nsconfig action=save"));
        completes(builder.connectionLimit(5).build(), 2);
        simulator.reboot();
        assertThat(observed().generation()).isEqualTo(1);
        completes(builder.build(), 2);
        assertThat(observed().generation()).isEqualTo(2);
    }

    @Test
    void whatWasAnsweredAndNotDoneIsSeen() throws DeviceReadException {
        simulator.inject(Fault.once(Fault.Kind.LIE, "PUT lbvserver_servicegroup_binding"));
        completes(tree, 1);
        assertThat(observed().intact()).isFalse();
        completes(tree, 1);
        assertThat(observed().intact()).isTrue();
    }

    @Test
    void featuresAreTurnedOnUnlessThatIsNotWanted() {
        NetscalerDriver careful = TestDevice.open(simulator, "enable-features", "false");
        Outcome.Failed failed = (Outcome.Failed)
                careful.apply(List.of(new Change.Apply(tree, 1, Instant.now().plus(LONG))))
                        .get(0);
        assertThat(failed.kind()).isEqualTo(FailureKind.UNSUPPORTED);
        assertThat(failed.message()).contains("LB");
        assertThat(careful.probe().message()).contains("RESPONDER");
        completes(tree, 1);
        assertThat(careful.probe().message()).isEmpty();
    }

    @Test
    void slowApplianceIsWaitedFor() {
        simulator.inject(Fault.slow("POST lbvserver", Duration.ofMillis(300)));
        completes(tree, 1);
    }

    @Test
    void defaultProfileOfTheApplianceIsToldInWords() {
        simulator.defaultProfile(true);
        assertThat(driver.probe().message()).contains("default SSL profile");
    }
}
