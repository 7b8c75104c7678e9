package io.lbaas.web.request;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;

/** The id that names a request in its answer, in the log and in the records of operations. */
public final class RequestId {

    public static final String HEADER = "x-openstack-request-id";

    private RequestId() {}

    /** Gives a request its id and puts it on the answer. */
    public static void assign(HttpServletRequest request, HttpServletResponse response) {
        String id = "req-" + UUID.randomUUID();
        request.setAttribute(HEADER, id);
        response.setHeader(HEADER, id);
    }

    /** The id that the request was given. */
    public static String of(HttpServletRequest request) {
        return String.valueOf(request.getAttribute(HEADER));
    }
}
