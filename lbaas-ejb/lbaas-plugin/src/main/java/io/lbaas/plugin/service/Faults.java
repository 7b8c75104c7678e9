package io.lbaas.plugin.service;

import io.lbaas.plugin.api.Fault;
import jakarta.jms.JMSException;
import jakarta.jms.JMSRuntimeException;
import jakarta.resource.ResourceException;
import jakarta.transaction.RollbackException;
import jakarta.transaction.SystemException;
import java.sql.SQLException;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Understands failures of database and queue. */
final class Faults {

    private static final String UNIQUE_VIOLATION = "23505";

    /** SQLSTATE classes: connection, transaction rolled back, no resources, object in use, operator's intervention. */
    private static final Set<String> OUTAGES = Set.of("08", "40", "53", "55", "57");

    private static final Set<Class<?>> UNREACHABLE = Set.of(
            JMSException.class,
            JMSRuntimeException.class,
            ResourceException.class,
            RollbackException.class,
            SystemException.class);

    /** What the unique indexes stand for; they catch what two requests did at the same instant. */
    private static final Map<String, String> TAKEN = Map.of(
            "vip_port_device_address", "The VIP IP address is already in use: taken a moment ago",
            "vip_port_subnet_address", "The VIP IP address is already in use: taken a moment ago",
            "listener_port", "Another Listener on this Load Balancer is already using that protocol_port",
            "member_address", "Another member on this pool is already using that ip and protocol_port",
            "health_monitor_pool", "This pool already has a health monitor");

    private Faults() {}

    /** The fault that a failure amounts to; the failure itself where it is not understood. */
    static RuntimeException translate(RuntimeException failure) {
        if (failure instanceof Fault) {
            return failure;
        }
        return causes(failure)
                .map(Faults::understand)
                .flatMap(Optional::stream)
                .findFirst()
                .map(fault -> caused(fault, failure))
                .orElse(failure);
    }

    private static RuntimeException caused(Fault fault, RuntimeException cause) {
        fault.initCause(cause);
        return fault;
    }

    private static Optional<Fault> understand(Throwable cause) {
        if (cause instanceof Fault fault) {
            return Optional.of(fault);
        }
        if (cause instanceof SQLException failure) {
            return ofSql(failure);
        }
        return UNREACHABLE.stream().anyMatch(type -> type.isInstance(cause))
                ? Optional.of(Fault.unavailable("The database or the message broker cannot be reached."))
                : Optional.empty();
    }

    private static Optional<Fault> ofSql(SQLException failure) {
        String state = Objects.requireNonNullElse(failure.getSQLState(), "");
        String message = Objects.requireNonNullElse(failure.getMessage(), "");
        if (state.equals(UNIQUE_VIOLATION)) {
            return Optional.of(Fault.conflict(TAKEN.entrySet().stream()
                    .filter(index -> message.contains(index.getKey()))
                    .map(Map.Entry::getValue)
                    .findFirst()
                    .orElse("Already an entity with that specified id.")));
        }
        return state.length() == 5 && OUTAGES.contains(state.substring(0, 2))
                ? Optional.of(Fault.unavailable("The database cannot be reached."))
                : Optional.empty();
    }

    /** The failure, its causes from the outside in, and of batches the failure of the statement. */
    private static Stream<Throwable> causes(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
                .limit(20)
                .flatMap(each -> each instanceof SQLException sql
                        ? Stream.iterate(sql, Objects::nonNull, SQLException::getNextException)
                        : Stream.of(each));
    }
}
