package io.lbaas.plugin.api;

import io.lbaas.model.ObjectType;
import jakarta.ejb.ApplicationException;

/** A request that is refused: why, and in the API's words. The transaction is rolled back, so no trace is left. */
@ApplicationException(rollback = true)
public class Fault extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** What kind of refusal; a front end maps it to its own status codes. */
    public enum Kind {
        INVALID,
        FORBIDDEN,
        NOT_FOUND,
        CONFLICT,
        /** The object is no longer what the request says it is. */
        PRECONDITION_FAILED,
        /** The request contradicts an earlier one. */
        UNPROCESSABLE,
        /** The object is being changed; the same request may succeed in a moment. */
        IMMUTABLE,
        UNSUPPORTED,
        UNAVAILABLE
    }

    private final Kind kind;

    public Fault(Kind kind, String message) {
        super(message);
        this.kind = kind;
    }

    public Kind kind() {
        return kind;
    }

    /** The same refusal with what led to it. */
    public Fault causedBy(Throwable cause) {
        initCause(cause);
        return this;
    }

    public static Fault notFound(ObjectType type, Object id) {
        return notFound(type.title(), id);
    }

    public static Fault notFound(String title, Object id) {
        return new Fault(Kind.NOT_FOUND, title + " " + id + " not found.");
    }

    /** A field whose value is of the wrong type or out of range. */
    public static Fault invalidField(String field, Object value, String reason) {
        return invalid("Invalid input for field/attribute " + field + ". Value: '" + value + "'. " + reason);
    }

    /** A request that breaks a rule, in the words of that rule. */
    public static Fault invalid(String message) {
        return new Fault(Kind.INVALID, message);
    }

    /** A request whose parts contradict each other. */
    public static Fault validation(String detail) {
        return invalid("Validation failure: " + detail);
    }

    /** A request that refers to something that does not exist. */
    public static Fault invalidReference(String title, Object id) {
        return invalid(title + " " + id + " not found.");
    }

    public static Fault conflict(String message) {
        return new Fault(Kind.CONFLICT, message);
    }

    public static Fault inUse(String title, Object id) {
        return conflict(title + " " + id + " is in use and cannot be modified.");
    }

    public static Fault immutable(ObjectType type, Object id) {
        return immutable(type.title(), id);
    }

    public static Fault immutable(String title, Object id) {
        return new Fault(Kind.IMMUTABLE, title + " " + id + " is immutable and cannot be updated.");
    }

    public static Fault unsupportedOption(String provider, String option) {
        return new Fault(
                Kind.UNSUPPORTED, "Provider '" + provider + "' does not support a requested option: " + option);
    }

    public static Fault unavailable(String message) {
        return new Fault(Kind.UNAVAILABLE, message);
    }
}
