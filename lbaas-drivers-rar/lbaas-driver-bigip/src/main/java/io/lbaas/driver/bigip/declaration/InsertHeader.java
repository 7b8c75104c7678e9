package io.lbaas.driver.bigip.declaration;

import io.lbaas.model.ListenerProtocol;
import io.lbaas.model.ListenerSpec;
import java.util.Arrays;
import java.util.Optional;

/** The headers that a listener can add to requests, with the Tcl that gives their values. */
enum InsertHeader {
    /** The HTTP profile does it. */
    X_FORWARDED_FOR("X-Forwarded-For", false, null),
    X_FORWARDED_PORT("X-Forwarded-Port", false, "[TCP::local_port]"),
    X_FORWARDED_PROTO("X-Forwarded-Proto", false, "https") {
        @Override
        String value(ListenerProtocol protocol) {
            return protocol == ListenerProtocol.TERMINATED_HTTPS ? "https" : "http";
        }
    },
    CLIENT_VERIFY("X-SSL-Client-Verify", false, "[SSL::verify_result]"),
    CLIENT_HAS_CERT("X-SSL-Client-Has-Cert", false, "[expr {[SSL::cert count] > 0}]"),
    CLIENT_DN("X-SSL-Client-DN", true, "[X509::subject [SSL::cert 0]]"),
    CLIENT_CN("X-SSL-Client-CN", true, "[findstr [X509::subject [SSL::cert 0]] \"CN=\" 3 \",\"]"),
    ISSUER("X-SSL-Issuer", true, "[X509::issuer [SSL::cert 0]]"),
    CLIENT_SHA1("X-SSL-Client-SHA1", true, "[binary scan [sha1 [SSL::cert 0]] H* digest; set digest]"),
    CLIENT_NOT_BEFORE("X-SSL-Client-Not-Before", true, "[X509::not_valid_before [SSL::cert 0]]"),
    CLIENT_NOT_AFTER("X-SSL-Client-Not-After", true, "[X509::not_valid_after [SSL::cert 0]]");

    private static final String CLIENT = "X-SSL-";

    private final String headerName;
    private final boolean needsCertificate;
    private final String value;

    InsertHeader(String headerName, boolean needsCertificate, String value) {
        this.headerName = headerName;
        this.needsCertificate = needsCertificate;
        this.value = value;
    }

    /** Whether a listener has it switched on. */
    boolean on(ListenerSpec listener) {
        return Boolean.parseBoolean(listener.insertHeaders().get(headerName));
    }

    /** The command that sets it, nothing where none is needed. What a client sent under its name is taken away. */
    Optional<String> command(ListenerProtocol protocol) {
        if (value == null) {
            return Optional.empty();
        }
        String set = "HTTP::header replace " + headerName + " " + value(protocol);
        return Optional.of(
                needsCertificate
                        ? "HTTP::header remove " + headerName + "\nif { [SSL::cert count] > 0 } { " + set + " }"
                        : set);
    }

    String value(ListenerProtocol protocol) {
        return value;
    }

    /** Whether it tells of a client's certificate. */
    boolean ofTls() {
        return headerName.startsWith(CLIENT);
    }

    static Optional<InsertHeader> find(String name) {
        return Arrays.stream(values())
                .filter(header -> header.headerName.equals(name))
                .findFirst();
    }
}
