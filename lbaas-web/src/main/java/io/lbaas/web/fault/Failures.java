package io.lbaas.web.fault;

import io.lbaas.plugin.api.Fault;
import io.lbaas.plugin.api.quantum.QuantumFault;
import jakarta.validation.ConstraintViolationException;
import jakarta.ws.rs.WebApplicationException;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** From exceptions to answers. What is not expected is logged and answered without a word about our inside. */
public final class Failures {

    private static final System.Logger LOG = System.getLogger(Failures.class.getName());

    /** The runtime's own messages, and what clients are told in their place. */
    private static final Map<String, String> ROUTING_TEXTS = Map.of(
            "HTTP 404 Not Found", "The resource could not be found.",
            "HTTP 405 Method Not Allowed", "The method is not allowed for this resource.",
            "HTTP 406 Not Acceptable", "Only content type application/json is accepted.",
            "HTTP 415 Unsupported Media Type", "The body should be application/json.");

    private Failures() {}

    /** The answer to a request that ended with an exception; containers wrap ours, so its causes are searched. */
    public static Failure of(Throwable thrown, String requestId) {
        return causes(thrown)
                .flatMap(cause -> known(cause).stream())
                .findFirst()
                .or(() -> outage(thrown, requestId))
                .orElseGet(() -> unexpected(thrown, requestId));
    }

    private static Optional<Failure> known(Throwable thrown) {
        if (thrown instanceof QuantumFault fault) {
            return Optional.of(
                    Refusal.of(fault.kind()).failure(fault.getMessage()).named(fault.type()));
        }
        if (thrown instanceof Fault fault) {
            return Optional.of(Refusal.of(fault.kind()).failure(fault.getMessage()));
        }
        if (thrown instanceof ConstraintViolationException violations) {
            return Optional.of(Failure.fault(400, Violations.text(violations), 0));
        }
        if (thrown instanceof WebApplicationException web) {
            int status = web.getResponse().getStatus();
            return Optional.of(Failure.routing(status, ROUTING_TEXTS.getOrDefault(web.getMessage(), web.getMessage())));
        }
        return Optional.empty();
    }

    private static Optional<Failure> outage(Throwable thrown, String requestId) {
        if (causes(thrown).noneMatch(Outages::isOutage)) {
            return Optional.empty();
        }
        LOG.log(System.Logger.Level.WARNING, () -> requestId + ": " + thrown);
        return Optional.of(
                Refusal.UNAVAILABLE.failure("The service is not available at the moment. Please try again."));
    }

    private static Failure unexpected(Throwable thrown, String requestId) {
        LOG.log(System.Logger.Level.ERROR, requestId, thrown);
        return Failure.fault(500, "Internal server error, request " + requestId + ".", 0);
    }

    private static Stream<Throwable> causes(Throwable thrown) {
        // Bounded, because a chain of causes may be a ring.
        return Stream.iterate(thrown, cause -> cause != null, Throwable::getCause)
                .limit(32);
    }
}
