package io.lbaas.model;

/**
 * Where TLS material is to be had, and what it must be good for.
 *
 * @param location the URL that the tenant gave
 */
public record TlsReference(String location, Purpose purpose) {

    /** The longest location. */
    public static final int MAX_LENGTH = 255;

    /** What material is used for. */
    public enum Purpose {
        /** A certificate with its chain and private key, to show to the other side. */
        IDENTITY,
        /** Certificates of authorities whose certificates are trusted. */
        AUTHORITIES,
        /** Lists of certificates that are not trusted any more. */
        REVOCATIONS
    }
}
