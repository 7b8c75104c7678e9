package io.lbaas.model;

/** A version of the protocol, oldest first. */
public enum TlsVersion {
    SSL_3("SSLv3"),
    TLS_1_0("TLSv1"),
    TLS_1_1("TLSv1.1"),
    TLS_1_2("TLSv1.2"),
    TLS_1_3("TLSv1.3");

    private final String wireName;

    TlsVersion(String wireName) {
        this.wireName = wireName;
    }

    /** The API's spelling. */
    @Override
    public String toString() {
        return wireName;
    }
}
