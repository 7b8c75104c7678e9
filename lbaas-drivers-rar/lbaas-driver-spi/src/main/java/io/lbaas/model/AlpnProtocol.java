package io.lbaas.model;

/** What is offered to be spoken over TLS (RFC 7301). */
public enum AlpnProtocol {
    HTTP_2("h2"),
    HTTP_1_1("http/1.1"),
    HTTP_1_0("http/1.0");

    private final String wireName;

    AlpnProtocol(String wireName) {
        this.wireName = wireName;
    }

    /** The registered identifier. */
    @Override
    public String toString() {
        return wireName;
    }
}
