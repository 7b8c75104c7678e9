package io.lbaas.web.resource;

import io.lbaas.plugin.api.Fault;
import jakarta.json.JsonObject;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.stream.Stream;

/** Under which entity tags a request is to be done. */
record Conditions(Request request, HttpHeaders headers) {

    /** Whether the request names any. */
    boolean given() {
        return Stream.of(HttpHeaders.IF_MATCH, HttpHeaders.IF_NONE_MATCH)
                .anyMatch(name -> headers.getHeaderString(name) != null);
    }

    /**
     * That the client has the representation already, where it said that it wants it only otherwise.
     *
     * @throws Fault PRECONDITION_FAILED where the representation is not the one that the request is about
     */
    Optional<Response> check(JsonObject representation) {
        Response.ResponseBuilder unmet = request.evaluatePreconditions(EntityTags.of(representation));
        if (unmet == null) {
            return Optional.empty();
        }
        Response answer = unmet.build();
        if (answer.getStatus() == Response.Status.NOT_MODIFIED.getStatusCode()) {
            return Optional.of(answer);
        }
        throw new Fault(Fault.Kind.PRECONDITION_FAILED, "The entity tag of the resource is not the expected one.");
    }
}
