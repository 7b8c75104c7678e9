package io.lbaas.driver.bigip.simulator;

import static io.lbaas.driver.bigip.simulator.Check.address;
import static io.lbaas.driver.bigip.simulator.Check.array;
import static io.lbaas.driver.bigip.simulator.Check.distinct;
import static io.lbaas.driver.bigip.simulator.Check.integer;
import static io.lbaas.driver.bigip.simulator.Check.object;
import static io.lbaas.driver.bigip.simulator.Check.oneOf;
import static io.lbaas.driver.bigip.simulator.Check.pointer;
import static io.lbaas.driver.bigip.simulator.Check.text;
import static io.lbaas.driver.bigip.simulator.Check.truth;
import static io.lbaas.driver.bigip.simulator.Check.use;

import jakarta.json.JsonObject;
import java.util.HashMap;
import java.util.Map;

/** The classes of AS3 3.56 that may stand in an application, with the properties of them that were looked up. */
final class Classes {
    private static final int MAX_PORT = 65_535;
    private static final int DAY = 86_400;
    private static final int WEEK = 604_800;
    private static final long MAX_UNSIGNED = 4_294_967_295L;

    static final Map<String, Check> ALL = Map.ofEntries(
            service("Service_HTTP", tcp(), http()),
            service("Service_HTTPS", tcp(), http(), https()),
            service("Service_TCP", tcp()),
            service("Service_UDP", Map.of("profileUDP", use("UDP_Profile"))),
            service("Service_SCTP"),
            Map.entry("Pool", pool()),
            entry(
                    "Monitor",
                    Map.of(
                            "monitorType", oneOf("http", "https", "icmp", "tcp", "tcp-half-open", "udp"),
                            "interval", integer(0, 3600),
                            "timeout", integer(0, 900),
                            "timeUntilUp", integer(0, 1800),
                            "send", expanded(),
                            "receive", expanded(),
                            "targetAddress", address(),
                            "targetPort", integer(0, MAX_PORT)),
                    "monitorType"),
            Map.entry("Persist", persist()),
            entry(
                    "TCP_Profile",
                    Map.of(
                            "idleTimeout", idle(1),
                            "synMaxRetrans", integer(0, 12),
                            "synRtoBase", integer(0, 5000))),
            entry("UDP_Profile", Map.of("idleTimeout", idle(0))),
            entry(
                    "HTTP_Profile",
                    Map.of(
                            "xForwardedFor", truth(),
                            "hstsInsert", truth(),
                            "hstsPeriod", integer(0, MAX_UNSIGNED),
                            "hstsIncludeSubdomains", truth(),
                            "hstsPreload", truth())),
            entry(
                    "HTTP2_Profile",
                    Map.of(
                            "activationMode", oneOf("alpn", "always"),
                            "connectionIdleTimeout", integer(1, MAX_UNSIGNED),
                            "enforceTlsRequirements", truth())),
            entry("Certificate", Map.of("certificate", pem(), "privateKey", pem(), "chainCA", pem()), "certificate"),
            entry("CA_Bundle", Map.of("bundle", pem()), "bundle"),
            Map.entry("TLS_Server", tlsServer()),
            entry(
                    "TLS_Client",
                    with(
                            negotiation(),
                            Map.of(
                                    "validateCertificate", truth(),
                                    "trustCA", use("CA_Bundle"),
                                    "clientCertificate", pointer("Certificate")))),
            entry("Cipher_Rule", Map.of("cipherSuites", array(0, text())), "cipherSuites"),
            entry("Cipher_Group", Map.of("allowCipherRules", array(0, use("Cipher_Rule")))),
            entry("iRule", Map.of("expand", truth(), "iRule", text()), "iRule"),
            Map.entry("Data_Group", dataGroup()),
            entry("Endpoint_Policy", Policies.PROPERTIES));

    private Classes() {}

    private static Map<String, Check> tcp() {
        Check profile =
                object(Map.of("ingress", use("TCP_Profile"), "egress", use("TCP_Profile")), "ingress", "egress");
        return Map.of(
                "profileTCP", profile,
                "clientTLS", pointer("TLS_Client"),
                "policyEndpoint", array(0, use("Endpoint_Policy")));
    }

    private static Map<String, Check> http() {
        return Map.of("profileHTTP", use("HTTP_Profile"));
    }

    private static Map<String, Check> https() {
        return Map.of(
                "redirect80",
                truth(),
                "serverTLS",
                pointer("TLS_Server"),
                "profileHTTP2",
                object(Map.of("ingress", use("HTTP2_Profile")), "ingress"));
    }

    @SafeVarargs
    private static Map.Entry<String, Check> service(String name, Map<String, Check>... parts) {
        Map<String, Check> properties = new HashMap<>(Map.of(
                "virtualAddresses", Schema.addresses(),
                "virtualPort", integer(0, MAX_PORT),
                "shareAddresses", truth(),
                "adminState", oneOf("enable", "disable"),
                "maxConnections", integer(0, Integer.MAX_VALUE),
                "snat", oneOf("none", "self", "auto"),
                "pool", pointer("Pool"),
                "iRules", array(0, use("iRule")),
                "persistenceMethods", array(0, use("Persist")),
                "fallbackPersistenceMethod", use("Persist")));
        for (Map<String, Check> part : parts) {
            properties.putAll(part);
        }
        Check shape = classed(name, properties, "virtualAddresses", "virtualPort");
        return Map.entry(name, (path, value, findings) -> {
            shape.check(path, value, findings);
            if (value instanceof JsonObject object
                    && object.containsKey("fallbackPersistenceMethod")
                    && !object.containsKey("persistenceMethods")) {
                findings.add(path, "should have property persistenceMethods when fallbackPersistenceMethod is present");
            }
        });
    }

    private static Check pool() {
        Check member = object(
                Map.of(
                        "remark", Schema.REMARK,
                        "servicePort", integer(0, MAX_PORT),
                        "serverAddresses", distinct(array(0, address())),
                        "shareNodes", truth(),
                        "ratio", integer(0, 100),
                        "priorityGroup", integer(0, MAX_PORT),
                        "adminState", oneOf("enable", "disable", "offline"),
                        "monitors", array(0, use("Monitor"))),
                "servicePort",
                "serverAddresses");
        return classed(
                "Pool",
                Map.of(
                        "loadBalancingMode",
                                oneOf(
                                        "round-robin",
                                        "ratio-member",
                                        "least-connections-member",
                                        "ratio-least-connections-member"),
                        "minimumMembersActive", integer(0, MAX_PORT),
                        "monitors", array(0, use("Monitor")),
                        "members", array(0, member)));
    }

    private static Check persist() {
        Map<String, Check> common = Map.of("persistenceMethod", oneOf("cookie", "source-address", "universal"));
        Map<String, Check> byMethod = Map.of(
                "cookie",
                        classed(
                                "Persist",
                                with(
                                        common,
                                        Map.of(
                                                "cookieMethod", oneOf("insert", "hash", "passive", "rewrite"),
                                                "cookieName", text("[0-9A-Za-z.~#$%^&*_-]*", 64),
                                                "secure", truth()))),
                "source-address",
                        classed(
                                "Persist",
                                with(
                                        common,
                                        Map.of(
                                                "duration", integer(0, WEEK),
                                                "hashAlgorithm", oneOf("carp", "default"),
                                                "addressMask", address()))),
                "universal",
                        classed(
                                "Persist",
                                with(common, Map.of("duration", integer(0, WEEK), "iRule", pointer("iRule"))),
                                "iRule"));
        return chosenBy("persistenceMethod", byMethod);
    }

    private static Check dataGroup() {
        Map<String, Check> common = Map.of("keyDataType", oneOf("integer", "ip", "string"));
        return chosenBy(
                "keyDataType",
                Map.of(
                        "ip",
                                classed(
                                        "Data_Group",
                                        with(common, Map.of("records", Schema.records(address()))),
                                        "records"),
                        "string",
                                classed(
                                        "Data_Group",
                                        with(common, Map.of("records", Schema.records(text()))),
                                        "records")));
    }

    private static Check tlsServer() {
        Check certificate = object(Map.of("certificate", pointer("Certificate"), "sniDefault", truth()), "certificate");
        Check shape = classed(
                "TLS_Server",
                with(
                        negotiation(),
                        Map.of(
                                "certificates", array(1, certificate),
                                "renegotiationEnabled", truth(),
                                "authenticationMode", oneOf("ignore", "request", "require"),
                                "authenticationTrustCA", pointer("CA_Bundle"),
                                "authenticationInviteCA", pointer("CA_Bundle"))),
                "certificates");
        return (path, value, findings) -> {
            shape.check(path, value, findings);
            if (value instanceof JsonObject object
                    && object.containsKey("authenticationMode")
                    && !object.containsKey("authenticationTrustCA")) {
                findings.add(path, "should have required property 'authenticationTrustCA'");
            }
        };
    }

    private static Map<String, Check> negotiation() {
        return Map.of(
                "cipherGroup", use("Cipher_Group"),
                "ssl3Enabled", truth(),
                "tls1_0Enabled", truth(),
                "tls1_1Enabled", truth(),
                "tls1_2Enabled", truth(),
                "tls1_3Enabled", truth());
    }

    /** Text in which AS3 would replace what stands between backquotes, which nobody wants. */
    private static Check expanded() {
        return text("[^`]*", Integer.MAX_VALUE);
    }

    private static Check pem() {
        return text("(?s)-----BEGIN .*-----END [A-Z ]*-----\\s*", Integer.MAX_VALUE);
    }

    private static Check idle(int least) {
        return (path, value, findings) ->
                integer(value.toString().equals("-1") ? -1 : least, DAY).check(path, value, findings);
    }

    private static Check chosenBy(String property, Map<String, Check> byValue) {
        return (path, value, findings) -> {
            Check check = byValue.get(value.asJsonObject().getString(property, ""));
            if (check == null) {
                findings.add(path + "/" + property, "should be equal to one of the allowed values");
            } else {
                check.check(path, value, findings);
            }
        };
    }

    private static Map.Entry<String, Check> entry(String name, Map<String, Check> properties, String... required) {
        return Map.entry(name, classed(name, properties, required));
    }

    private static Check classed(String name, Map<String, Check> properties, String... required) {
        return object(
                with(properties, Map.of("class", oneOf(name), "label", Schema.LABEL, "remark", Schema.REMARK)),
                required);
    }

    private static Map<String, Check> with(Map<String, Check> some, Map<String, Check> others) {
        Map<String, Check> all = new HashMap<>(some);
        all.putAll(others);
        return all;
    }
}
