package io.lbaas.web.fault;

import io.lbaas.web.request.RequestId;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;

/**
 * Answers exceptions. The runtime prefers the mapper of the nearest class, so those that it or the container map
 * themselves need one of ours each.
 *
 * @param <E> the exceptions to answer
 */
abstract class FailureMapper<E extends Throwable> implements ExceptionMapper<E> {

    @Inject
    private HttpServletRequest request;

    @Override
    public Response toResponse(E thrown) {
        Failure failure = Failures.of(thrown, RequestId.of(request));
        Failure answer = Forms.of(request.getRequestURI()).map(failure::as).orElse(failure);
        Response.ResponseBuilder response = Response.status(answer.status());
        answer.headers().forEach(response::header);
        return response.type(answer.mediaType())
                .entity(answer.body().toString())
                .build();
    }
}
