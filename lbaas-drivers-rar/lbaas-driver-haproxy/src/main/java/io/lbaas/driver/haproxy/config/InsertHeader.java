package io.lbaas.driver.haproxy.config;

import io.lbaas.model.ListenerProtocol;
import java.util.Arrays;

/** The headers that a listener can add to requests, with what HAProxy puts in. */
enum InsertHeader {
    X_FORWARDED_FOR("X-Forwarded-For", null) {
        @Override
        void render(ConfigWriter.Section frontend, ListenerProtocol protocol) {
            frontend.add("option forwardfor");
        }
    },
    X_FORWARDED_PORT("X-Forwarded-Port", "%[dst_port]"),
    X_FORWARDED_PROTO("X-Forwarded-Proto", null) {
        @Override
        void render(ConfigWriter.Section frontend, ListenerProtocol protocol) {
            frontend.add("http-request set-header X-Forwarded-Proto", Word.literal(scheme(protocol)));
        }
    },
    CLIENT_VERIFY("X-SSL-Client-Verify", "%[ssl_c_verify]"),
    CLIENT_HAS_CERT("X-SSL-Client-Has-Cert", "%[ssl_c_used]"),
    CLIENT_DN("X-SSL-Client-DN", "%{+Q}[ssl_c_s_dn]"),
    CLIENT_CN("X-SSL-Client-CN", "%{+Q}[ssl_c_s_dn(cn)]"),
    ISSUER("X-SSL-Issuer", "%{+Q}[ssl_c_i_dn]"),
    CLIENT_SHA1("X-SSL-Client-SHA1", "%[ssl_c_sha1,hex]"),
    CLIENT_NOT_BEFORE("X-SSL-Client-Not-Before", "%{+Q}[ssl_c_notbefore]"),
    CLIENT_NOT_AFTER("X-SSL-Client-Not-After", "%{+Q}[ssl_c_notafter]");

    private final String headerName;
    private final String value;

    InsertHeader(String headerName, String value) {
        this.headerName = headerName;
        this.value = value;
    }

    String headerName() {
        return headerName;
    }

    void render(ConfigWriter.Section frontend, ListenerProtocol protocol) {
        frontend.add("http-request set-header " + headerName, Word.quoted(value));
    }

    static boolean known(String name) {
        return Arrays.stream(values()).anyMatch(header -> header.headerName.equals(name));
    }

    private static String scheme(ListenerProtocol protocol) {
        return protocol == ListenerProtocol.TERMINATED_HTTPS ? "https" : "http";
    }
}
