package io.lbaas.message;

import io.lbaas.driver.contract.TreeBuilder;
import io.lbaas.driver.spi.Capabilities;
import io.lbaas.driver.spi.DeviceReport;
import io.lbaas.driver.spi.DeviceSpec;
import io.lbaas.driver.spi.FailureKind;
import io.lbaas.driver.spi.OperationToken;
import io.lbaas.driver.spi.StatsBatch;
import io.lbaas.driver.spi.TlsSupport;
import io.lbaas.model.Algorithm;
import io.lbaas.model.DesiredLoadBalancer;
import io.lbaas.model.L7Action;
import io.lbaas.model.L7CompareType;
import io.lbaas.model.L7RuleType;
import io.lbaas.model.ListenerProtocol;
import io.lbaas.model.MonitorType;
import io.lbaas.model.ObjectRef;
import io.lbaas.model.ObjectType;
import io.lbaas.model.OperatingStatus;
import io.lbaas.model.PersistenceType;
import io.lbaas.model.PoolProtocol;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Provide;
import net.jqwik.api.arbitraries.StringArbitrary;
import net.jqwik.api.domains.DomainContextBase;

/** Any command and any result. */
class Messages extends DomainContextBase {

    @Provide
    Arbitrary<Command> commands() {
        return Combinators.combine(
                        Arbitraries.of(Operation.class),
                        devices(),
                        trees(),
                        Arbitraries.longs().greaterOrEqual(0),
                        texts().ofMaxLength(1024).map(OperationToken::new),
                        ids().list().ofMaxSize(3),
                        instants(),
                        texts().injectNull(0.2))
                .as(Messages::command);
    }

    private static Command command(
            Operation operation,
            DeviceSpec device,
            DesiredLoadBalancer tree,
            long generation,
            OperationToken token,
            List<UUID> ids,
            Instant deadline,
            String requestId) {
        Command ordered = generation % 2 == 0
                ? Command.apply(device, tree, generation, deadline, requestId)
                : Command.remove(device, tree.id(), generation, deadline, requestId);
        return switch (operation) {
            case APPLY, REMOVE ->
                ordered.withSealed(Map.of(requestId + "reference", "ciphertext"))
                        .again();
            case POLL -> ordered.poll(token);
            case PROBE -> Command.probe(device, deadline, requestId);
            case HEALTH -> Command.health(device, ids, deadline, requestId);
            case STATS -> Command.stats(device, ids, deadline, requestId);
            case AUDIT -> Command.audit(device, scope(ids), deadline, requestId);
            case FORGET -> Command.forget(device, ids, deadline, requestId);
        };
    }

    private static AuditScope scope(List<UUID> ids) {
        return new AuditScope(
                "",
                "ff",
                ids.stream().map(id -> new AuditScope.Expectation(id, 7, null)).toList());
    }

    private static AuditReport audited(UUID id) {
        return new AuditReport(
                "",
                "",
                Arrays.stream(AuditReport.Kind.values())
                        .map(kind -> new AuditReport.Difference(id, kind, 3, Long.MAX_VALUE, "other"))
                        .toList(),
                List.of(id),
                List.of());
    }

    @Provide
    Arbitrary<Result> results() {
        return Combinators.combine(
                        Arbitraries.of(Operation.class),
                        ids(),
                        Arbitraries.longs().greaterOrEqual(0),
                        failures().injectNull(0.5),
                        Arbitraries.maps(ids(), Arbitraries.of(OperatingStatus.class))
                                .ofMaxSize(3),
                        reports().injectNull(0.5),
                        texts(),
                        instants().injectNull(0.2))
                .as((operation, id, generation, failure, status, report, agent, at) -> new Result(
                        operation,
                        id,
                        id,
                        generation,
                        agent,
                        failure,
                        status,
                        report,
                        stats(id),
                        audited(id),
                        agent,
                        at,
                        at,
                        at,
                        at,
                        0));
    }

    private static StatsBatch stats(UUID id) {
        return new StatsBatch("epoch " + id, Map.of(id, new StatsBatch.Counters(1, Long.MAX_VALUE, 3, 4, 5)));
    }

    private static Arbitrary<UUID> ids() {
        return Arbitraries.create(UUID::randomUUID);
    }

    private static StringArbitrary texts() {
        return Arbitraries.strings().all().excludeChars('\uFFFE', '\uFFFF').ofMaxLength(30);
    }

    /** To the nanosecond, which is what a clock may give. */
    private static Arbitrary<Instant> instants() {
        return Combinators.combine(
                        Arbitraries.longs().between(0, 4_000_000_000L),
                        Arbitraries.integers().between(0, 999_999_999))
                .as(Instant::ofEpochSecond);
    }

    private static Arbitrary<DeviceSpec> devices() {
        return Combinators.combine(
                        ids(),
                        Arbitraries.maps(texts(), texts()).ofMaxSize(3),
                        Arbitraries.maps(texts(), texts()).ofMaxSize(3),
                        Arbitraries.longs().greaterOrEqual(0))
                .as((id, settings, credentials, revision) ->
                        new DeviceSpec(id, "noop", settings, credentials, revision));
    }

    private static Arbitrary<DesiredLoadBalancer> trees() {
        return Combinators.combine(
                        Arbitraries.of(ListenerProtocol.class),
                        Arbitraries.of(PoolProtocol.class),
                        Arbitraries.of(Algorithm.class),
                        Arbitraries.of(PersistenceType.class),
                        Arbitraries.of(MonitorType.class),
                        Arbitraries.integers().between(0, 5))
                .as((listener, pool, algorithm, persistence, monitor, members) -> new TreeBuilder()
                        .protocols(listener, pool)
                        .algorithm(algorithm)
                        .persistence(persistence)
                        .monitor(monitor)
                        .members(members)
                        .build());
    }

    private static Arbitrary<Result.Failure> failures() {
        Arbitrary<Result.Blame> blames = Combinators.combine(Arbitraries.of(ObjectType.class), ids(), texts())
                .as((type, id, words) -> new Result.Blame(new ObjectRef(type, id), words));
        return Combinators.combine(
                        Arbitraries.of(FailureKind.class),
                        texts(),
                        texts(),
                        blames.list().ofMaxSize(3))
                .as(Result.Failure::new);
    }

    private static Arbitrary<DeviceReport> reports() {
        Capabilities capabilities = new Capabilities(
                Set.of(ListenerProtocol.HTTP),
                Set.of(),
                Set.of(Algorithm.ROUND_ROBIN),
                Set.of(),
                Set.of(MonitorType.TLS_HELLO, MonitorType.TCP),
                new Capabilities.L7(
                        Set.of(ListenerProtocol.HTTP),
                        Set.of(L7Action.REJECT),
                        Set.of(L7RuleType.PATH),
                        Set.of(L7CompareType.REGEX)),
                TlsSupport.ALL,
                true);
        return Combinators.combine(Arbitraries.of(true, false), texts(), texts())
                .as((reachable, product, message) -> new DeviceReport(reachable, product, message, capabilities));
    }
}
