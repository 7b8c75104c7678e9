package io.lbaas.web.fault;

import io.lbaas.plugin.api.Fault;

/** The status code of each kind of fault, and how long a client should wait where waiting helps. */
enum Refusal {
    INVALID(400, 0),
    FORBIDDEN(403, 0),
    NOT_FOUND(404, 0),
    CONFLICT(409, 0),
    PRECONDITION_FAILED(412, 0),
    UNPROCESSABLE(422, 0),
    IMMUTABLE(409, 1),
    UNSUPPORTED(501, 0),
    UNAVAILABLE(503, 5);

    private final int status;
    private final int retryAfter;

    Refusal(int status, int retryAfter) {
        this.status = status;
        this.retryAfter = retryAfter;
    }

    static Refusal of(Fault.Kind kind) {
        return valueOf(kind.name());
    }

    Failure failure(String text) {
        return Failure.fault(status, text, retryAfter);
    }
}
