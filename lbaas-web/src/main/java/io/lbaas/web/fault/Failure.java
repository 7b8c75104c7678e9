package io.lbaas.web.fault;

import io.lbaas.web.rendering.JsonOutput;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response.Status;
import java.util.Map;

/**
 * The answer to a request that failed.
 *
 * @param text why, for the client
 * @param retryAfter seconds after which the same request may succeed, 0 where waiting does not help
 * @param type the name that the v1 API has for it; null where it has none
 */
public record Failure(int status, String text, int retryAfter, Form form, String type) {

    /** The forms of body. */
    public enum Form {
        /** Found by the rules of the API: {@code faultstring}. */
        FAULT,
        /** Found before a resource was reached: {@code code}, {@code title}, {@code description}. */
        ROUTING,
        /** No or bad credentials: {@code error}. */
        UNAUTHORIZED,
        /** The operator's interface: RFC 9457. */
        PROBLEM,
        /** The v1 API: {@code NeutronError}. */
        NEUTRON
    }

    private static final String PROBLEM_JSON = "application/problem+json";

    static Failure fault(int status, String text, int retryAfter) {
        return new Failure(status, text, retryAfter, Form.FAULT, null);
    }

    static Failure routing(int status, String text) {
        return new Failure(status, text, 0, Form.ROUTING, null);
    }

    public static Failure unauthorized() {
        return new Failure(401, "The request you have made requires authentication.", 0, Form.UNAUTHORIZED, null);
    }

    /** The same failure in another form. */
    Failure as(Form other) {
        return new Failure(status, text, retryAfter, other, type);
    }

    /** The same failure under a name. */
    Failure named(String name) {
        return new Failure(status, text, retryAfter, form, name);
    }

    public String mediaType() {
        return form == Form.PROBLEM ? PROBLEM_JSON : MediaType.APPLICATION_JSON;
    }

    public Map<String, String> headers() {
        return retryAfter == 0 ? Map.of() : Map.of(HttpHeaders.RETRY_AFTER, Integer.toString(retryAfter));
    }

    /** The body that clients expect of a failure of this form. */
    public JsonObject body() {
        return switch (form) {
            case FAULT ->
                JsonOutput.object()
                        .add("faultcode", status < 500 ? "Client" : "Server")
                        .add("faultstring", text)
                        .add("debuginfo", JsonValue.NULL)
                        .build();
            case ROUTING ->
                JsonOutput.object()
                        .add("code", status)
                        .add("title", title())
                        .add("description", text)
                        .build();
            case UNAUTHORIZED ->
                JsonOutput.object()
                        .add(
                                "error",
                                JsonOutput.object()
                                        .add("code", status)
                                        .add("title", title())
                                        .add("message", text))
                        .build();
            case PROBLEM ->
                JsonOutput.object()
                        .add("type", "about:blank")
                        .add("title", title())
                        .add("status", status)
                        .add("detail", text)
                        .build();
            case NEUTRON ->
                JsonOutput.object()
                        .add(
                                "NeutronError",
                                JsonOutput.object()
                                        .add("type", type == null ? "HTTP" + title().replace(" ", "") : type)
                                        .add("message", text)
                                        .add("detail", ""))
                        .build();
        };
    }

    private String title() {
        Status known = Status.fromStatusCode(status);
        return known == null ? "Error" : known.getReasonPhrase();
    }
}
