package io.lbaas.plugin.api;

import io.lbaas.model.HealthMonitorSpec;
import io.lbaas.model.L7PolicySpec;
import io.lbaas.model.L7RuleSpec;
import io.lbaas.model.ListenerSpec;
import io.lbaas.model.MemberSpec;
import io.lbaas.model.PoolSpec;
import io.lbaas.model.TlsReference;
import java.util.List;
import java.util.stream.Stream;

/** Objects that are asked for, with those that are to be created along with them. */
public sealed interface New {

    Labels labels();

    /** The TLS material that this and what is created along with it refer to. */
    default Stream<TlsReference> references() {
        return Stream.empty();
    }

    /**
     * A listener.
     *
     * @param defaultPool null for none but the one that the spec may name by its id
     */
    record OfListener(Labels labels, ListenerSpec spec, OfPool defaultPool, List<OfL7Policy> l7Policies)
            implements New {

        @Override
        public Stream<TlsReference> references() {
            Stream<New> others = Stream.concat(Stream.ofNullable(defaultPool), l7Policies.stream());
            return Stream.concat(spec.tls().references(), others.flatMap(New::references));
        }
    }

    /**
     * A pool. One without a spec stands for the pool of its name that is defined elsewhere in the same request.
     *
     * @param healthMonitor null for none
     */
    record OfPool(Labels labels, PoolSpec spec, List<OfMember> members, OfHealthMonitor healthMonitor) implements New {

        @Override
        public Stream<TlsReference> references() {
            return Stream.ofNullable(spec).flatMap(given -> given.tls().references());
        }
    }

    /** A member of a pool. */
    record OfMember(Labels labels, MemberSpec spec) implements New {}

    /**
     * An L7 policy of a listener.
     *
     * @param redirectPool null for none but the one that the spec may name by its id
     */
    record OfL7Policy(Labels labels, L7PolicySpec spec, OfPool redirectPool, List<OfL7Rule> rules) implements New {

        @Override
        public Stream<TlsReference> references() {
            return Stream.ofNullable(redirectPool).flatMap(New::references);
        }
    }

    /** A rule of an L7 policy. */
    record OfL7Rule(Labels labels, L7RuleSpec spec) implements New {}

    /** A health monitor of a pool. */
    record OfHealthMonitor(Labels labels, HealthMonitorSpec spec) implements New {}
}
