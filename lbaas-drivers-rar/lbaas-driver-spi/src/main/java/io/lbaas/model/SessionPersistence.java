package io.lbaas.model;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/**
 * How a client stays with the member that it was given first.
 *
 * @param cookieName the application's own cookie, with APP_COOKIE only
 * @param persistenceTimeout seconds, UDP and SCTP pools only
 * @param persistenceGranularity an address mask, UDP and SCTP pools only
 */
public record SessionPersistence(
        @NotNull PersistenceType type,
        @Size(max = 255) @Pattern(regexp = COOKIE_NAME, message = "Value should match the pattern ^[^\\s,;\\\\]+$")
                String cookieName,
        @Min(0) Integer persistenceTimeout,
        String persistenceGranularity) {

    /** An RFC 6265 cookie name, which is an RFC 9110 token: the only text of a tenant's in this record. */
    public static final String COOKIE_NAME = "[A-Za-z0-9!#$%&'*+.^_`|~-]+";
}
