package io.lbaas.plugin.place;

import io.lbaas.model.DesiredLoadBalancer;
import io.lbaas.plugin.api.LoadBalancers.Create;
import io.lbaas.plugin.api.New;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;

/** What is asked for with a new load balancer, as a device would have to have it, for all that matters to its choice. */
public final class Content {

    private Content() {}

    /** The objects of a request; ids and references among them are of no meaning. */
    public static DesiredLoadBalancer of(Create request) {
        List<New.OfPool> pools = Stream.concat(
                        request.pools().stream(), request.listeners().stream().flatMap(Content::poolsOf))
                .filter(pool -> pool.spec() != null)
                .toList();
        return new DesiredLoadBalancer(
                UUID.randomUUID(),
                List.of(),
                request.spec(),
                request.listeners().stream().map(Content::listener).toList(),
                pools.stream().map(Content::pool).toList());
    }

    private static Stream<New.OfPool> poolsOf(New.OfListener listener) {
        return Stream.concat(
                        Stream.of(listener).map(New.OfListener::defaultPool),
                        listener.l7Policies().stream().map(New.OfL7Policy::redirectPool))
                .filter(Objects::nonNull);
    }

    private static DesiredLoadBalancer.Listener listener(New.OfListener asked) {
        return new DesiredLoadBalancer.Listener(
                UUID.randomUUID(),
                asked.spec(),
                asked.l7Policies().stream().map(Content::policy).toList());
    }

    private static DesiredLoadBalancer.L7Policy policy(New.OfL7Policy asked) {
        return new DesiredLoadBalancer.L7Policy(
                UUID.randomUUID(),
                asked.spec(),
                asked.rules().stream()
                        .map(rule -> new DesiredLoadBalancer.L7Rule(UUID.randomUUID(), rule.spec()))
                        .toList());
    }

    private static DesiredLoadBalancer.Pool pool(New.OfPool asked) {
        return new DesiredLoadBalancer.Pool(
                UUID.randomUUID(),
                asked.spec(),
                List.of(),
                asked.healthMonitor() == null
                        ? null
                        : new DesiredLoadBalancer.HealthMonitor(
                                UUID.randomUUID(), asked.healthMonitor().spec()));
    }
}
