package io.lbaas.agent.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.lbaas.driver.contract.TreeBuilder;
import io.lbaas.driver.spi.Change;
import io.lbaas.driver.spi.DeviceSpec;
import io.lbaas.driver.spi.FailureKind;
import io.lbaas.driver.spi.Outcome;
import io.lbaas.message.Command;
import io.lbaas.message.Result;
import io.lbaas.model.DesiredLoadBalancer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** Commands arrive twice, late, out of order and at the same time, and the device fails now and then. */
class DeliveryPropertyTest {
    private static final DeviceSpec SPEC = new DeviceSpec(UUID.randomUUID(), "fake", Map.of(), 1);
    private static final List<DesiredLoadBalancer> TREES =
            IntStream.range(0, 3).mapToObj(i -> new TreeBuilder().build()).toList();

    /** Each number is one delivery: which load balancer, which generation, and whether that one removes. */
    private static Command command(int number) {
        DesiredLoadBalancer tree = TREES.get(number % TREES.size());
        long generation = 1L + number / TREES.size();
        Instant deadline = Instant.now().plusSeconds(3600);
        return generation % 4 == 0
                ? Command.remove(SPEC, tree.id(), generation, deadline, "req")
                : Command.apply(SPEC, tree, generation, deadline, "req");
    }

    @Property(tries = 200)
    void newestStaysAndEveryCommandHasOneReport(
            @ForAll @Size(min = 1, max = 60) List<@IntRange(min = 0, max = 30) Integer> deliveries,
            @ForAll Random random)
            throws InterruptedException, ExecutionException {
        Agent agent = Agent.create();
        int[] chances = random.ints(64, 0, 6).toArray();
        agent.device().obstruct(change -> chance(chances, agent));
        List<Command> commands =
                deliveries.stream().map(DeliveryPropertyTest::command).toList();

        List<Result> results = deliver(agent, commands);

        assertThat(results).hasSameSizeAs(commands);
        assertThat(results)
                .allMatch(result -> result.succeeded() || result.failure().kind() == FailureKind.STALE_GENERATION);
        assertThat(agent.device().mostAtOnce()).isEqualTo(1);
        for (DesiredLoadBalancer tree : TREES) {
            assertThat(Optional.ofNullable(agent.device().kept(tree.id())).map(Change::generation))
                    .isEqualTo(commands.stream()
                            .filter(command -> command.loadBalancerId().equals(tree.id()))
                            .map(Command::generation)
                            .max(Long::compare));
        }
    }

    /** Per batch: one time in six no answer, one time in six no route. */
    private static Outcome chance(int[] chances, Agent agent) {
        int chance = chances[agent.device().batches().size() % chances.length];
        return switch (chance) {
            case 0 -> Outcome.Failed.of(FailureKind.TIMEOUT_UNKNOWN, "no answer");
            case 1 -> Outcome.Failed.of(FailureKind.UNREACHABLE, "no route");
            default -> null;
        };
    }

    /** Delivers by eight threads until each command has a report, what is put back without its delay. */
    private static List<Result> deliver(Agent agent, List<Command> commands)
            throws InterruptedException, ExecutionException {
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Callable<Result>> work = commands.stream()
                    .<Callable<Result>>map(command -> () -> untilReported(agent, command))
                    .toList();
            List<Result> results = new ArrayList<>();
            for (Future<Result> result : threads.invokeAll(work, 30, TimeUnit.SECONDS)) {
                results.add(result.get());
            }
            return results;
        } finally {
            threads.shutdownNow();
        }
    }

    private static Result untilReported(Agent agent, Command command) {
        Answer answer = agent.handler().handle(command);
        while (answer instanceof Answer.Later later) {
            answer = agent.handler().handle(later.command());
        }
        return ((Answer.Report) answer).result();
    }
}
