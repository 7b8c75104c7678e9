package io.lbaas.driver.netscaler.nitro;

import io.lbaas.driver.spi.FailureKind;
import java.util.Arrays;
import java.util.Optional;

/**
 * The error codes of NITRO that mean something to us; all others are refusals. Codes and words are those of the list that
 * comes with the vendor's kits (<em>NITRO SDK, errorlisting</em>).
 */
public enum NitroError {
    NOT_RUNNING(256, FailureKind.TRANSIENT),
    NOT_PERMITTED(257, FailureKind.DEVICE_REFUSED),
    NO_SUCH_RESOURCE(258, Meaning.ABSENT),
    OUT_OF_MEMORY(268, FailureKind.CAPACITY),
    DEVICE_BUSY(272, FailureKind.BUSY),
    EXISTS(273, Meaning.PRESENT),
    UNAVAILABLE(291, FailureKind.BUSY),
    IN_PROGRESS(292, FailureKind.BUSY),
    ALREADY_IN_PROGRESS(293, FailureKind.BUSY),
    ADDRESS_IN_USE(304, FailureKind.CONFLICT),
    NO_SERVICE(344, Meaning.ABSENT),
    SECONDARY_FAILED(349, Meaning.DONE_ON_PRIMARY),
    NO_SUCH_SERVER(351, Meaning.ABSENT),
    LOGIN_REQUIRED(352, Meaning.SESSION_OVER),
    WRONG_USER(354, FailureKind.AUTH),
    WRONG_PASSWORD(355, FailureKind.AUTH),
    NOT_LICENSED(356, FailureKind.UNSUPPORTED),
    NOT_NOW(366, FailureKind.BUSY),
    PRIMARY_ONLY(368, FailureKind.TRANSIENT),
    SYNCHRONIZING(412, FailureKind.BUSY),
    TOO_MANY_SERVICES(434, FailureKind.CAPACITY),
    TOO_MANY_MEMBERS(435, FailureKind.CAPACITY),
    SESSION_EXPIRED(444, Meaning.SESSION_OVER),
    TOO_MANY_SESSIONS(445, FailureKind.BUSY),
    TOO_MANY_CONNECTIONS(446, FailureKind.BUSY),
    TOO_MANY_CONNECTIONS_OF_SESSION(447, FailureKind.BUSY),
    INVALID_SESSION(451, Meaning.SESSION_OVER),
    NO_SUCH_SESSION(452, Meaning.SESSION_OVER),
    SECONDARY_UNREACHABLE(457, Meaning.DONE_ON_PRIMARY),
    SECONDARY_SILENT(458, Meaning.DONE_ON_PRIMARY),
    NO_SUCH_VSERVER(461, Meaning.ABSENT),
    NO_SUCH_SERVICE(462, Meaning.ABSENT),
    NO_SUCH_SERVICE_GROUP(463, Meaning.ABSENT),
    NOT_LOGGED_IN(1026, Meaning.SESSION_OVER),
    LOGIN_TIMED_OUT(1027, Meaning.SESSION_OVER),
    NO_RESPONSE(1056, FailureKind.TIMEOUT_UNKNOWN),
    LICENSE_EXPIRED(1066, FailureKind.UNSUPPORTED),
    FEATURE_OFF(1067, FailureKind.UNSUPPORTED),
    LIMIT_REACHED(1072, FailureKind.CAPACITY),
    REBOOTING(1132, FailureKind.TRANSIENT),
    NO_SUCH_FILE(1155, Meaning.ABSENT),
    PACKET_ENGINE_SILENT(1198, FailureKind.TIMEOUT_UNKNOWN),
    BULK_FAILED(1243, FailureKind.DEVICE_REFUSED),
    SERVICE_NOT_BOUND(1303, Meaning.ABSENT),
    NO_SUCH_CERTIFICATE(1540, Meaning.ABSENT),
    CERTIFICATE_NOT_BOUND(1542, Meaning.ABSENT),
    FILE_EXISTS(1642, Meaning.PRESENT),
    POLICY_NOT_BOUND(2097, Meaning.ABSENT),
    MONITOR_BOUND(2133, Meaning.PRESENT),
    MONITOR_NOT_BOUND(2170, Meaning.ABSENT),
    NO_SUCH_MONITOR(2171, Meaning.ABSENT),
    NAME_TAKEN(2854, Meaning.PRESENT),
    NO_SUCH_STRING_MAP(2856, Meaning.ABSENT),
    DEFAULT_PROFILE_ON(3740, FailureKind.UNSUPPORTED),
    CIPHER_BOUND(3741, Meaning.PRESENT);

    /** What an error says of that which was asked for. */
    enum Meaning {
        /** What is to be taken away or read is not there. */
        ABSENT(FailureKind.CONFLICT),
        /** What is to be made is there already. */
        PRESENT(FailureKind.CONFLICT),
        /** It was not done, because the session has ended. */
        SESSION_OVER(FailureKind.AUTH),
        /** It was done; the secondary node of the pair, which did not follow, is synchronised later. */
        DONE_ON_PRIMARY(FailureKind.TRANSIENT),
        /** Nothing but that it failed. */
        FAILED(FailureKind.DEVICE_REFUSED);

        private final FailureKind kind;

        Meaning(FailureKind kind) {
            this.kind = kind;
        }
    }

    private final int code;
    private final Meaning meaning;
    private final FailureKind kind;

    NitroError(int code, Meaning meaning) {
        this(code, meaning, meaning.kind);
    }

    NitroError(int code, FailureKind kind) {
        this(code, Meaning.FAILED, kind);
    }

    NitroError(int code, Meaning meaning, FailureKind kind) {
        this.code = code;
        this.meaning = meaning;
        this.kind = kind;
    }

    private static Optional<NitroError> of(int code) {
        return Arrays.stream(values()).filter(error -> error.code == code).findFirst();
    }

    static boolean means(int code, Meaning meaning) {
        return of(code).filter(error -> error.meaning == meaning).isPresent();
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
