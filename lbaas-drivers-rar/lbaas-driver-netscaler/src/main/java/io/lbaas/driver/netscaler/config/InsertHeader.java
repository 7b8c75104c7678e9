package io.lbaas.driver.netscaler.config;

import io.lbaas.driver.spi.IpLiteral;
import java.net.Inet6Address;
import java.util.Arrays;
import java.util.Locale;
import java.util.UUID;

/** The headers that a listener can add to requests, with where NetScaler finds their values. */
enum InsertHeader {
    /** The value is that of clients in IPv4; others are found elsewhere. */
    X_FORWARDED_FOR("X-Forwarded-For", "CLIENT.IP.SRC"),
    X_FORWARDED_PORT("X-Forwarded-Port", "CLIENT.TCP.DSTPORT"),
    X_FORWARDED_PROTO("X-Forwarded-Proto", ""),
    CLIENT_DN("X-SSL-Client-DN", "CLIENT.SSL.CLIENT_CERT.SUBJECT"),
    CLIENT_CN("X-SSL-Client-CN", "CLIENT.SSL.CLIENT_CERT.SUBJECT.VALUE(\"CN\")"),
    ISSUER("X-SSL-Issuer", "CLIENT.SSL.CLIENT_CERT.ISSUER");

    private final String header;
    private final String value;

    InsertHeader(String header, String value) {
        this.header = header;
        this.value = value;
    }

    static boolean known(String name) {
        return Arrays.stream(values()).anyMatch(each -> each.header.equals(name));
    }

    static InsertHeader of(String name) {
        return Arrays.stream(values())
                .filter(each -> each.header.equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** Whether a header of this name that the client sent stays, and ours comes after it. */
    boolean appended() {
        return this == X_FORWARDED_FOR;
    }

    /** Maps the policy that inserts the header into requests to a VIP; its name. */
    String insert(Config config, UUID loadBalancer, ServiceType type, String vip) {
        String name = Names.of(loadBalancer, lowerCase());
        Expression found = Expression.trusted(value);
        if (this == X_FORWARDED_PROTO) {
            String protocol = type == ServiceType.SSL ? "https" : "http";
            name = Names.of(loadBalancer, lowerCase(), protocol);
            found = Expression.literal(protocol);
        } else if (this == X_FORWARDED_FOR && IpLiteral.parse(vip) instanceof Inet6Address) {
            name = Names.of(loadBalancer, lowerCase(), "ipv6");
            found = Expression.trusted("CLIENT.IPV6.SRC");
        }
        config.add(
                NitroType.REWRITE_ACTION,
                "name",
                name,
                "type",
                "insert_http_header",
                "target",
                header,
                "stringbuilderexpr",
                found);
        config.add(NitroType.REWRITE_POLICY, "name", name, "rule", Expression.TRUE, "action", name);
        return name;
    }

    /** Maps the policy that takes away what the client sent under that name; its name. */
    String delete(Config config, UUID loadBalancer) {
        String name = Names.of(loadBalancer, lowerCase() + "_delete");
        config.add(NitroType.REWRITE_ACTION, "name", name, "type", "delete_http_header", "target", header);
        Expression sent = Expression.trusted("HTTP.REQ.HEADER").at(Expression.literal(header));
        config.add(NitroType.REWRITE_POLICY, "name", name, "rule", sent.property("EXISTS"), "action", name);
        return name;
    }

    private String lowerCase() {
        return header.toLowerCase(Locale.ROOT);
    }
}
