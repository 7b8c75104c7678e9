package io.lbaas.driver.host;

import io.lbaas.driver.spi.Change;
import io.lbaas.driver.spi.Outcome;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * What a change comes to before anything is made: an outcome that is known at once, or else a step to make.
 *
 * @param outcome null where there is a step
 * @param step null where there is an outcome
 * @param <S> the driver's steps
 */
public record Decision<S>(Change change, Outcome outcome, S step) {

    public static <S> Decision<S> settled(Change change, Outcome outcome) {
        return new Decision<>(change, outcome, null);
    }

    public static <S> Decision<S> toMake(Change change, S step) {
        return new Decision<>(change, null, step);
    }

    /** The steps to make. */
    public static <S> List<S> steps(List<Decision<S>> decisions) {
        return decisions.stream()
                .map(Decision::step)
                .filter(step -> step != null)
                .toList();
    }

    /** The load balancers that are as they should be already. */
    public static <S> Set<UUID> inForce(List<Decision<S>> decisions) {
        return loadBalancers(
                decisions,
                decision -> decision.change instanceof Change.Apply && decision.outcome instanceof Outcome.Completed);
    }

    /** The load balancers that are to be taken away. */
    public static <S> Set<UUID> removals(List<Decision<S>> decisions) {
        return loadBalancers(decisions, decision -> decision.change instanceof Change.Remove && decision.step != null);
    }

    private static <S> Set<UUID> loadBalancers(List<Decision<S>> decisions, Predicate<Decision<S>> wanted) {
        return decisions.stream()
                .filter(wanted)
                .map(decision -> decision.change.loadBalancerId())
                .collect(Collectors.toSet());
    }
}
