package io.lbaas.driver.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.lbaas.driver.spi.Change;
import io.lbaas.driver.spi.DeviceReadException;
import io.lbaas.driver.spi.FailureKind;
import io.lbaas.driver.spi.LoadBalancerDriver;
import io.lbaas.driver.spi.ObservedLoadBalancer;
import io.lbaas.driver.spi.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Whatever the order in which changes arrive, the newest stays. */
public interface ConvergenceContract extends DriverUnderTest {

    /** How many changes a random sequence has. */
    default int changes() {
        return 40;
    }

    /** Set {@code lbaas.contract.seed} to run a sequence again. */
    @Test
    default void random_order_converges_to_the_highest_generation() throws DeviceReadException {
        long seed = Long.getLong("lbaas.contract.seed", System.nanoTime());
        Random random = new Random(seed);
        UUID id = UUID.randomUUID();
        TreeBuilder builder = tree().id(id);
        List<Change> generations = IntStream.rangeClosed(1, Math.max(2, changes() / 3))
                .mapToObj(generation -> random.nextInt(4) == 0
                        ? remove(id, generation)
                        : apply(builder.connectionLimit(generation).build(), generation))
                .toList();
        try (LoadBalancerDriver driver = open()) {
            Change newest = null;
            for (int step = 0; step < changes(); step++) {
                Change change = generations.get(random.nextInt(generations.size()));
                boolean stale = newest != null && change.generation() < newest.generation();
                newest = stale ? newest : change;
                Outcome outcome = settle(driver, change);
                assertThat(outcome instanceof Outcome.Failed failed && failed.kind() == FailureKind.STALE_GENERATION)
                        .as("seed %d, step %d, %s after %s: %s", seed, step, change, newest, outcome)
                        .isEqualTo(stale);
                ObservedLoadBalancer observed = driver.observe(id);
                assertThat(observed.generation())
                        .as("seed %d, step %d", seed, step)
                        .isEqualTo(newest.generation());
                assertThat(observed.present())
                        .as("seed %d, step %d", seed, step)
                        .isEqualTo(newest instanceof Change.Apply);
            }
        }
    }

    @Test
    default void parallel_sessions_do_not_lose_changes()
            throws InterruptedException, ExecutionException, DeviceReadException {
        int sessions = 4;
        List<List<UUID>> ids = IntStream.range(0, sessions)
                .mapToObj(session -> Stream.generate(UUID::randomUUID).limit(5).toList())
                .toList();
        ExecutorService threads = Executors.newFixedThreadPool(sessions);
        try {
            List<Callable<Void>> work = new ArrayList<>();
            ids.forEach(mine -> work.add(() -> {
                try (LoadBalancerDriver driver = open()) {
                    mine.forEach(id -> completes(driver, apply(tree().id(id).build(), 1)));
                }
                return null;
            }));
            for (Future<Void> done : threads.invokeAll(work)) {
                done.get();
            }
        } finally {
            threads.shutdownNow();
        }
        try (LoadBalancerDriver driver = open()) {
            assertThat(driver.list().entries())
                    .extracting(entry -> entry.loadBalancerId())
                    .containsExactlyInAnyOrderElementsOf(
                            ids.stream().flatMap(List::stream).toList());
        }
    }

    @Test
    default void parallel_sessions_leave_the_newest_of_one_load_balancer() throws Exception {
        TreeBuilder builder = tree().id(UUID.randomUUID());
        List<Change> generations = IntStream.rangeClosed(1, 4)
                .<Change>mapToObj(
                        generation -> apply(builder.connectionLimit(generation).build(), generation))
                .toList();
        ExecutorService threads = Executors.newFixedThreadPool(generations.size());
        try {
            List<Callable<Outcome>> work = new ArrayList<>();
            generations.forEach(change -> work.add(() -> {
                try (LoadBalancerDriver driver = open()) {
                    return settle(driver, change);
                }
            }));
            for (Future<Outcome> done : threads.invokeAll(work)) {
                assertThat(done.get()).satisfies(outcome -> assertThat(outcome instanceof Outcome.Completed
                                || (outcome instanceof Outcome.Failed failed
                                        && failed.kind() == FailureKind.STALE_GENERATION))
                        .as("%s", outcome)
                        .isTrue());
            }
        } finally {
            threads.shutdownNow();
        }
        try (LoadBalancerDriver driver = open()) {
            ObservedLoadBalancer observed = driver.observe(generations.get(0).loadBalancerId());
            assertThat(observed.generation()).isEqualTo(generations.size());
            assertThat(observed.intact()).isTrue();
        }
    }
}
