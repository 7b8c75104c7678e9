package io.lbaas.web.fault;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;
import java.util.List;

/** Answers what is wrong with a request before a resource is reached. */
@Provider
public class WebApplicationExceptionMapper extends FailureMapper<WebApplicationException> {

    /** Keeps the methods that are allowed, which a 405 must name. */
    @Override
    public Response toResponse(WebApplicationException thrown) {
        Response response = super.toResponse(thrown);
        List<Object> allowed = thrown.getResponse().getHeaders().get(HttpHeaders.ALLOW);
        if (allowed != null) {
            response.getHeaders().put(HttpHeaders.ALLOW, allowed);
        }
        return response;
    }
}
