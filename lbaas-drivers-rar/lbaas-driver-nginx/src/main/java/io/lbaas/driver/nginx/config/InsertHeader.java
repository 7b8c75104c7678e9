package io.lbaas.driver.nginx.config;

import java.util.Arrays;

/** The headers that a listener can add to requests, with what nginx puts in; {@link MainConfig} defines our variables. */
enum InsertHeader {
    X_FORWARDED_FOR("X-Forwarded-For", "$proxy_add_x_forwarded_for"),
    X_FORWARDED_PORT("X-Forwarded-Port", "$server_port"),
    X_FORWARDED_PROTO("X-Forwarded-Proto", "$scheme"),
    CLIENT_VERIFY("X-SSL-Client-Verify", "$lbaas_client_verify"),
    CLIENT_HAS_CERT("X-SSL-Client-Has-Cert", "$lbaas_client_has_cert"),
    CLIENT_DN("X-SSL-Client-DN", "$ssl_client_s_dn"),
    CLIENT_CN("X-SSL-Client-CN", "$lbaas_client_cn"),
    ISSUER("X-SSL-Issuer", "$ssl_client_i_dn"),
    CLIENT_SHA1("X-SSL-Client-SHA1", "$ssl_client_fingerprint"),
    CLIENT_NOT_BEFORE("X-SSL-Client-Not-Before", "$ssl_client_v_start"),
    CLIENT_NOT_AFTER("X-SSL-Client-Not-After", "$ssl_client_v_end");

    private final String headerName;
    private final String value;

    InsertHeader(String headerName, String value) {
        this.headerName = headerName;
        this.value = value;
    }

    String headerName() {
        return headerName;
    }

    /** In the place of any that the client sent. */
    void render(ConfigWriter.Block server) {
        server.add("proxy_set_header", Word.literal(headerName), Word.template(value));
    }

    static boolean known(String name) {
        return Arrays.stream(values()).anyMatch(header -> header.headerName.equals(name));
    }
}
