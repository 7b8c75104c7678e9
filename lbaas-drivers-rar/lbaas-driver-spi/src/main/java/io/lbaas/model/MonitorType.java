package io.lbaas.model;

/** The kind of check that a health monitor makes. */
public enum MonitorType {
    HTTP("HTTP"),
    HTTPS("HTTPS"),
    PING("PING"),
    TCP("TCP"),
    TLS_HELLO("TLS-HELLO"),
    UDP_CONNECT("UDP-CONNECT"),
    SCTP("SCTP");

    private final String wireName;

    MonitorType(String wireName) {
        this.wireName = wireName;
    }

    /** The API's spelling, which has a hyphen where Java cannot. */
    @Override
    public String toString() {
        return wireName;
    }

    /** Whether this check sends an HTTP request, so that method, path and expected codes mean something. */
    public boolean speaksHttp() {
        return this == HTTP || this == HTTPS;
    }
}
