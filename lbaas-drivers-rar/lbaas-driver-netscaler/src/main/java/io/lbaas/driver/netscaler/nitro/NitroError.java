package io.lbaas.driver.netscaler.nitro;

import io.lbaas.driver.spi.FailureKind;
import java.util.Arrays;
import java.util.Optional;

/** The error codes of NITRO that mean something to us; all others are refusals. */
public enum NitroError {
    NOT_PERMITTED(257, FailureKind.DEVICE_REFUSED),
    NO_SUCH_RESOURCE(258, FailureKind.CONFLICT),
    EXISTS(273, FailureKind.CONFLICT),
    NO_SUCH_SERVICE(344, FailureKind.CONFLICT),
    WRONG_PASSWORD(354, FailureKind.AUTH),
    SESSION_EXPIRED(444, FailureKind.AUTH),
    TOO_MANY_SESSIONS(446, FailureKind.BUSY),
    LOGIN_TIMED_OUT(1027, FailureKind.AUTH),
    FEATURE_OFF(1067, FailureKind.UNSUPPORTED),
    BULK_FAILED(1243, FailureKind.DEVICE_REFUSED),
    BOUND(1842, FailureKind.CONFLICT),
    POLICY_BOUND(2080, FailureKind.CONFLICT);

    private final int code;
    private final FailureKind kind;

    NitroError(int code, FailureKind kind) {
        this.code = code;
        this.kind = kind;
    }

    static Optional<NitroError> of(int code) {
        return Arrays.stream(values()).filter(error -> error.code == code).findFirst();
    }

    /** The kind of a failure that is told by a code, or by the HTTP status where the code says nothing. */
    static FailureKind kind(int code, int status) {
        return of(code).map(error -> error.kind).orElseGet(() -> switch (status) {
            case 401 -> FailureKind.AUTH;
            case 503 -> FailureKind.BUSY;
            case 500, 502, 504 -> FailureKind.TRANSIENT;
            default -> FailureKind.DEVICE_REFUSED;
        });
    }
}
