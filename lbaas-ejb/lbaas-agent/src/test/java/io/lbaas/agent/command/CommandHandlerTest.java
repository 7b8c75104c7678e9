package io.lbaas.agent.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.lbaas.driver.contract.TreeBuilder;
import io.lbaas.driver.spi.Change;
import io.lbaas.driver.spi.DeviceSpec;
import io.lbaas.driver.spi.FailureKind;
import io.lbaas.driver.spi.OperationToken;
import io.lbaas.driver.spi.Outcome;
import io.lbaas.driver.spi.StateAfter;
import io.lbaas.message.AuditScope;
import io.lbaas.message.Closure;
import io.lbaas.message.Command;
import io.lbaas.message.Operation;
import io.lbaas.message.Result;
import io.lbaas.model.DesiredLoadBalancer;
import io.lbaas.model.ObjectRef;
import io.lbaas.model.ObjectType;
import io.lbaas.model.OperatingStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class CommandHandlerTest {
    private static final DeviceSpec SPEC = new DeviceSpec(UUID.randomUUID(), "fake", Map.of(), 1);
    private static final OperationToken TOKEN = new OperationToken("task 7");

    private final Agent agent = Agent.create();
    private final DesiredLoadBalancer tree = new TreeBuilder().build();
    private final Instant soon = Instant.now().plusSeconds(60);
    private final Command apply = Command.apply(SPEC, tree, 3, soon, "req-1");
    private final Command late = Command.apply(SPEC, tree, 3, Instant.now().minusSeconds(1), "req-1");

    private Result report(Command command) {
        return ((Answer.Report) agent.handler().handle(command)).result();
    }

    private Answer.Later later(Command command) {
        return (Answer.Later) agent.handler().handle(command);
    }

    private void fail(FailureKind kind) {
        agent.device().obstruct(change -> Outcome.Failed.of(kind, "the vendor's words"));
    }

    @Test
    void completedChangeIsReported() {
        Result result = report(apply);
        assertThat(result.succeeded()).isTrue();
        assertThat(result.operation()).isEqualTo(Operation.APPLY);
        assertThat(result.deviceId()).isEqualTo(SPEC.deviceId());
        assertThat(result.loadBalancerId()).isEqualTo(tree.id());
        assertThat(result.generation()).isEqualTo(3);
        assertThat(result.agent()).isEqualTo("agent-1");
        assertThat(result.takenAt()).isBeforeOrEqualTo(result.appliedAt());
        assertThat(agent.device().kept(tree.id())).isInstanceOf(Change.Apply.class);
    }

    @Test
    void whatWasSentBeforeTheDeviceWasClosedIsDropped() {
        agent.closed().close(new Closure(Map.of(SPEC.deviceId(), SPEC.revision())));
        for (Command command : List.of(apply, apply.poll(TOKEN), Command.probe(SPEC, soon, "req-1"))) {
            assertThat(agent.handler().handle(command)).isEqualTo(new Answer.None());
        }
        assertThat(agent.device().kept(tree.id())).isNull();

        agent.closed().close(new Closure(Map.of(SPEC.deviceId(), SPEC.revision() - 1)));
        assertThat(agent.handler().handle(apply))
                .as("an older closure opens nothing")
                .isEqualTo(new Answer.None());
    }

    @Test
    void whatIsSentToADeviceThatMayBeTouchedAgainIsCarriedOutWhateverIsHeardLate() {
        agent.closed().close(new Closure(Map.of(SPEC.deviceId(), SPEC.revision() - 1, UUID.randomUUID(), 9L)));

        assertThat(report(apply).succeeded()).isTrue();
    }

    @Test
    void newerGenerationOfTheDeviceIsWhatTheReportSettles() {
        agent.device().obstruct(change -> new Outcome.Completed(9, "digest", Map.of()));
        assertThat(report(apply).generation()).isEqualTo(9);
    }

    @Test
    void removalIsReported() {
        Result result = report(Command.remove(SPEC, tree.id(), 4, soon, "req-1"));
        assertThat(result.succeeded()).isTrue();
        assertThat(result.operation()).isEqualTo(Operation.REMOVE);
        assertThat(agent.device().kept(tree.id())).isInstanceOf(Change.Remove.class);
    }

    @Test
    void refusalIsReportedAtOnceWithTheVendorsWords() {
        ObjectRef member = new ObjectRef(ObjectType.MEMBER, UUID.randomUUID());
        agent.device()
                .obstruct(change -> new Outcome.Failed(
                        FailureKind.DEVICE_REFUSED, "E42", "bad address", Map.of(member, "no"), StateAfter.UNCHANGED));
        assertThat(report(apply).failure())
                .isEqualTo(new Result.Failure(
                        FailureKind.DEVICE_REFUSED, "E42", "bad address", List.of(new Result.Blame(member, "no"))));
    }

    @Test
    void staleChangeIsReportedAsStale() {
        report(apply);
        Result result = report(Command.apply(SPEC, tree, 2, soon, "req-0"));
        assertThat(result.failure().kind()).isEqualTo(FailureKind.STALE_GENERATION);
        assertThat(result.generation()).isEqualTo(2);
    }

    @Test
    void passingFailureIsPutBackWithGrowingDelay() {
        fail(FailureKind.UNREACHABLE);
        Answer.Later first = later(apply);
        assertThat(first.command()).isEqualTo(apply.again());
        assertThat(first.delay()).isBetween(Duration.ofSeconds(1), Duration.ofMillis(1250));
        assertThat(later(first.command()).delay()).isBetween(Duration.ofSeconds(2), Duration.ofMillis(2500));
    }

    @Test
    void passingFailureIsReportedAtTheDeadline() {
        fail(FailureKind.UNREACHABLE);
        assertThat(report(late).failure().message()).isEqualTo("the vendor's words");
    }

    @Test
    void commandPastItsDeadlineIsTriedAllTheSame() {
        assertThat(report(late).succeeded()).isTrue();
    }

    @Test
    void unknownOutcomeIsPutBackUnlessTheDeviceHasIt() {
        fail(FailureKind.TIMEOUT_UNKNOWN);
        assertThat(later(apply).command()).isEqualTo(apply.again());
        agent.device().keep(new Change.Apply(tree, 3, soon));
        assertThat(report(apply).succeeded()).isTrue();
    }

    @Test
    void missingDriverIsReportedAtTheDeadlineOnly() {
        DeviceSpec foreign = new DeviceSpec(UUID.randomUUID(), "foreign", Map.of(), 1);
        assertThat(later(Command.apply(foreign, tree, 1, soon, "req-1"))
                        .command()
                        .attempt())
                .isEqualTo(1);
        assertThat(report(Command.apply(foreign, tree, 1, Instant.EPOCH, "req-1"))
                        .failure()
                        .message())
                .contains("foreign");
    }

    @Test
    void pendingChangeIsPolledUntilItEnds() {
        Outcome pending = new Outcome.Pending(TOKEN, Duration.ofSeconds(4));
        agent.device().obstruct(change -> pending);
        Answer.Later poll = later(apply);
        assertThat(poll.command()).isEqualTo(apply.poll(TOKEN));
        assertThat(poll.delay()).isEqualTo(Duration.ofSeconds(4));
        agent.device().answerPolls(token -> token.equals(TOKEN) ? pending : null);
        Answer.Later again = later(poll.command());
        agent.device().answerPolls(token -> new Outcome.Completed(3, "digest", Map.of()));
        Result result = report(again.command());
        assertThat(result.succeeded()).isTrue();
        assertThat(result.operation()).as("what was polled for").isEqualTo(Operation.APPLY);
    }

    @Test
    void changeThatTheDeviceLostIsOrderedAgain() {
        Command poll = apply.poll(TOKEN);
        agent.device().answerPolls(token -> Outcome.Failed.of(FailureKind.LOST, "task cancelled"));
        Answer.Later again = later(poll);
        assertThat(again.command().operation()).isEqualTo(Operation.APPLY);
        assertThat(again.command().token()).isNull();
        assertThat(again.command().desired()).isEqualTo(tree);
        assertThat(again.command().attempt()).isEqualTo(poll.attempt() + 1);
        assertThat(report(again.command()).succeeded()).isTrue();
        assertThat(agent.device().batches()).hasSize(1);
    }

    @Test
    void removalThatTheDeviceLostIsOrderedAgain() {
        agent.device().answerPolls(token -> Outcome.Failed.of(FailureKind.LOST, "task cancelled"));
        Command poll = Command.remove(SPEC, tree.id(), 4, soon, "req-1").poll(TOKEN);
        assertThat(later(poll).command().operation()).isEqualTo(Operation.REMOVE);
    }

    @Test
    void pollThatCannotBeAnsweredIsAskedAgain() {
        agent.device().answerPolls(token -> Outcome.Failed.of(FailureKind.UNREACHABLE, "no answer"));
        assertThat(later(apply.poll(TOKEN)).command())
                .isEqualTo(apply.poll(TOKEN).again());
    }

    @Test
    void changeThatTheDeviceLostIsReportedAtTheDeadline() {
        agent.device().answerPolls(token -> Outcome.Failed.of(FailureKind.LOST, "task cancelled"));
        assertThat(report(late.poll(TOKEN)).failure().kind()).isEqualTo(FailureKind.LOST);
    }

    @Test
    void pendingRemovalIsReportedAsRemoval() {
        agent.device().answerPolls(token -> new Outcome.Completed(3, "", Map.of()));
        Command poll = Command.remove(SPEC, tree.id(), 3, soon, "req-1").poll(TOKEN);
        assertThat(report(poll).operation()).isEqualTo(Operation.REMOVE);
    }

    @Test
    void pendingChangeEndsAtTheDeadline() {
        agent.device().answerPolls(token -> new Outcome.Pending(TOKEN, Duration.ofSeconds(1)));
        assertThat(report(late.poll(TOKEN)).failure().kind()).isEqualTo(FailureKind.TIMEOUT_UNKNOWN);
    }

    @Test
    void probeHealthAndStatsAreReportedAndNeverPutBack() {
        assertThat(report(Command.probe(SPEC, soon, "req-1")).report().product())
                .isEqualTo("fake 1");
        assertThat(report(Command.health(SPEC, List.of(tree.id()), soon, "req-1"))
                        .operatingStatus())
                .containsExactly(Map.entry(tree.id(), OperatingStatus.ONLINE));
        assertThat(report(Command.stats(SPEC, List.of(tree.id()), soon, "req-1"))
                        .stats()
                        .byListener())
                .containsOnlyKeys(tree.id());
        agent.sessions().refuse("the pool is exhausted");
        assertThat(report(Command.probe(SPEC, soon, "req-1")).failure().message())
                .contains("exhausted");
    }

    @Test
    void deviceThatCannotBeReadIsReportedAsSuch() {
        agent.device().beUnreadable();
        Result result = report(Command.health(SPEC, List.of(tree.id()), soon, "req-1"));
        assertThat(result.failure().kind()).isEqualTo(FailureKind.UNREACHABLE);
        assertThat(result.failure().message()).isEqualTo("no answer");
        assertThat(result.operatingStatus()).isEmpty();
    }

    @Test
    void tombstonesAreForgottenAndNobodyIsToldSo() {
        report(Command.remove(SPEC, tree.id(), 4, soon, "req-1"));
        assertThat(agent.handler().handle(Command.forget(SPEC, List.of(tree.id()), soon, "req-2")))
                .isEqualTo(new Answer.None());
        assertThat(agent.device().kept(tree.id())).isNull();
    }

    @Test
    void auditIsReportedWithWhatTheDeviceHas() {
        Result applied = report(apply);
        assertThat(applied.digest()).isEqualTo("digest");
        AuditScope scope = new AuditScope("", "", List.of(new AuditScope.Expectation(tree.id(), 3, applied.digest())));
        assertThat(report(Command.audit(SPEC, scope, soon, "req-2")).audit().differences())
                .isEmpty();
        AuditScope nothing = new AuditScope("", "", List.of());
        assertThat(report(Command.audit(SPEC, nothing, soon, "req-3")).audit().differences())
                .hasSize(1);
    }
}
