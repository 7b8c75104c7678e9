package io.lbaas.driver.bigip.device;

import io.lbaas.driver.bigip.declaration.Names;
import io.lbaas.driver.spi.StatsBatch.Counters;
import io.lbaas.model.ObjectRef;
import io.lbaas.model.ObjectType;
import java.util.Optional;
import java.util.UUID;

/** A virtual server of ours: one address of a listener. */
record Virtual(UUID loadBalancerId, UUID listenerId) {
    private static final int BITS_PER_BYTE = 8;

    /** Reads {@code /tenant/application/name}; nothing where it is not ours. */
    static Optional<Virtual> of(String path) {
        String[] parts = path.split("/", -1);
        return parts.length < 4
                ? Optional.empty()
                : Names.loadBalancer(parts[1]).flatMap(id -> Names.object(parts[3])
                        .filter(object -> object.type() == ObjectType.LISTENER)
                        .map(ObjectRef::id)
                        .map(listener -> new Virtual(id, listener)));
    }

    /** What was counted of it; the device counts no requests that went wrong. */
    static Counters counters(Statistics statistics) {
        return new Counters(
                statistics.number("clientside.bitsIn") / BITS_PER_BYTE,
                statistics.number("clientside.bitsOut") / BITS_PER_BYTE,
                statistics.number("clientside.curConns"),
                statistics.number("clientside.totConns"),
                0);
    }

    static Counters sum(Counters one, Counters other) {
        return new Counters(
                one.bytesIn() + other.bytesIn(),
                one.bytesOut() + other.bytesOut(),
                one.activeConnections() + other.activeConnections(),
                one.totalConnections() + other.totalConnections(),
                one.requestErrors() + other.requestErrors());
    }
}
