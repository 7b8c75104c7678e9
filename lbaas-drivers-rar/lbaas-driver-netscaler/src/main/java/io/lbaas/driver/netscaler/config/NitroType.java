package io.lbaas.driver.netscaler.config;

import static io.lbaas.driver.netscaler.config.Attribute.Kind.FLAG;
import static io.lbaas.driver.netscaler.config.Attribute.Kind.LIST;
import static io.lbaas.driver.netscaler.config.Attribute.Kind.NUMBER;
import static io.lbaas.driver.netscaler.config.Attribute.Role.FIXED;
import static io.lbaas.driver.netscaler.config.Attribute.Role.KEY;
import static io.lbaas.driver.netscaler.config.Attribute.Role.QUALIFIER;
import static io.lbaas.driver.netscaler.config.Attribute.Role.SETTING;
import static io.lbaas.driver.netscaler.config.Attribute.Role.SWITCH;

import io.lbaas.driver.netscaler.config.Attribute.Role;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The kinds of object that a load balancer is made of, in the order in which they are made. */
public enum NitroType {
    HTTP_PROFILE("nshttpprofile", Shape.ENTITY, key("name"), set("http2")),
    MONITOR(
            "lbmonitor",
            Shape.ENTITY,
            key("monitorname"),
            Attribute.of(QUALIFIER, "type"),
            number("interval"),
            set("units3"),
            number("resptimeout"),
            set("units4"),
            number("downtime"),
            number("retries"),
            number("successretries"),
            set("httprequest"),
            set("respcode").as(LIST),
            set("customheaders"),
            set("secure").or("NO"),
            number("destport").or("0")),
    SERVICE_GROUP(
            "servicegroup",
            Shape.ENTITY,
            key("servicegroupname"),
            fixed("servicetype"),
            number("svrtimeout"),
            set("healthmonitor"),
            turn("state")),
    MEMBER(
            "servicegroup_servicegroupmember_binding",
            Shape.BINDING,
            key("servicegroupname"),
            key("ip"),
            key("port").as(NUMBER),
            number("weight"),
            set("customserverid"),
            turn("state"),
            turn("graceful").or("NO")),
    SERVICE_GROUP_MONITOR(
            "servicegroup_lbmonitor_binding", Shape.BINDING, key("servicegroupname"), key("monitor_name")),
    SSL_SERVICE_GROUP(
            "sslservicegroup",
            Shape.SETTINGS,
            key("servicegroupname"),
            set("serverauth"),
            set("ssl3"),
            set("tls1"),
            set("tls11"),
            set("tls12"),
            set("tls13")),
    SSL_SERVICE_GROUP_CIPHER(
            "sslservicegroup_sslciphersuite_binding", Shape.BINDING, key("servicegroupname"), key("ciphername")),
    SSL_SERVICE_GROUP_CERTIFICATE(
            "sslservicegroup_sslcertkey_binding",
            Shape.BINDING,
            key("servicegroupname"),
            key("certkeyname"),
            Attribute.of(QUALIFIER, "ca").as(FLAG).or("false")),
    LB_SERVER(
            "lbvserver",
            Shape.ENTITY,
            key("name"),
            fixed("servicetype"),
            fixed("ipv46"),
            fixed("port").as(NUMBER),
            set("lbmethod"),
            set("persistencetype"),
            number("timeout"),
            set("rule").or("none"),
            set("resrule").or("none"),
            number("clttimeout"),
            set("listenpolicy").or("NONE"),
            set("somethod").or("NONE"),
            number("sothreshold").or("0"),
            set("sobackupaction").or("ACCEPT"),
            set("backupvserver"),
            set("httpprofilename"),
            turn("state")),
    LB_SERVER_SERVICE_GROUP("lbvserver_servicegroup_binding", Shape.BINDING, key("name"), key("servicegroupname")),
    REWRITE_ACTION("rewriteaction", Shape.ENTITY, key("name"), fixed("type"), set("target"), set("stringbuilderexpr")),
    REWRITE_POLICY("rewritepolicy", Shape.ENTITY, key("name"), set("rule"), set("action")),
    RESPONDER_ACTION(
            "responderaction",
            Shape.ENTITY,
            key("name"),
            fixed("type"),
            set("target"),
            number("responsestatuscode").or("0"),
            set("bypasssafetycheck").or("NO")),
    RESPONDER_POLICY("responderpolicy", Shape.ENTITY, key("name"), set("rule"), set("action")),
    CS_ACTION("csaction", Shape.ENTITY, key("name"), set("targetlbvserver")),
    CS_POLICY("cspolicy", Shape.ENTITY, key("policyname"), set("rule"), set("action")),
    CS_SERVER(
            "csvserver",
            Shape.ENTITY,
            key("name"),
            fixed("servicetype"),
            fixed("ipv46"),
            fixed("port").as(NUMBER),
            number("clttimeout"),
            set("listenpolicy").or("NONE"),
            set("somethod").or("NONE"),
            number("sothreshold").or("0"),
            set("sobackupaction").or("ACCEPT"),
            set("httpprofilename"),
            turn("state")),
    LB_SERVER_REWRITE("lbvserver_rewritepolicy_binding", Shape.POLICY_BINDING),
    LB_SERVER_RESPONDER("lbvserver_responderpolicy_binding", Shape.POLICY_BINDING),
    CS_SERVER_REWRITE("csvserver_rewritepolicy_binding", Shape.POLICY_BINDING),
    CS_SERVER_RESPONDER("csvserver_responderpolicy_binding", Shape.POLICY_BINDING),
    CS_SERVER_POLICY(
            "csvserver_cspolicy_binding", Shape.BINDING, key("name"), key("policyname"), qualifier("priority")),
    CS_SERVER_DEFAULT("csvserver_lbvserver_binding", Shape.BINDING, key("name"), key("lbvserver")),
    SSL_SERVER(
            "sslvserver",
            Shape.SETTINGS,
            key("vservername"),
            set("clientauth"),
            set("clientcert").or("Mandatory"),
            set("snienable"),
            set("ssl3"),
            set("tls1"),
            set("tls11"),
            set("tls12"),
            set("tls13"),
            set("hsts"),
            number("maxage"),
            set("includesubdomains"),
            set("preload")),
    SSL_SERVER_CIPHER("sslvserver_sslciphersuite_binding", Shape.BINDING, key("vservername"), key("ciphername")),
    SSL_SERVER_CERTIFICATE(
            "sslvserver_sslcertkey_binding",
            Shape.BINDING,
            key("vservername"),
            key("certkeyname"),
            Attribute.of(QUALIFIER, "snicert").as(FLAG).or("false"),
            Attribute.of(QUALIFIER, "ca").as(FLAG).or("false"));

    /** How an object comes into being and goes. */
    public enum Shape {
        /** It is added and deleted. */
        ENTITY,
        /** It belongs to an entity, is bound and unbound, and goes with the entity. */
        BINDING,
        /** A binding of a policy that is tried in the order of priorities. */
        POLICY_BINDING(
                key("name"),
                key("policyname"),
                qualifier("priority"),
                Attribute.of(QUALIFIER, "bindpoint"),
                Attribute.of(FIXED, "gotopriorityexpression")),
        /** It is there as long as an entity is, and can be changed only. */
        SETTINGS;

        private final List<Attribute> common;

        Shape(Attribute... common) {
            this.common = List.of(common);
        }
    }

    private final String resource;
    private final Shape shape;
    private final List<Attribute> attributes;

    NitroType(String resource, Shape shape, Attribute... own) {
        this.resource = resource;
        this.shape = shape;
        this.attributes =
                Stream.concat(shape.common.stream(), Arrays.stream(own)).toList();
    }

    /** NITRO's name of it. */
    public String resource() {
        return resource;
    }

    public List<Attribute> attributes() {
        return attributes;
    }

    public List<Attribute> attributes(Role role) {
        return attributes.stream().filter(each -> each.role() == role).toList();
    }

    /** The attribute that names the object, or of a binding what it belongs to. */
    public String nameAttribute() {
        return attributes.get(0).name();
    }

    public boolean entity() {
        return shape == Shape.ENTITY;
    }

    public boolean binding() {
        return shape == Shape.BINDING || shape == Shape.POLICY_BINDING;
    }

    /** The settings and bindings of what is named alike are found under this resource, for example {@code lbvserver}. */
    public String owner() {
        return entity() || shape == Shape.SETTINGS ? resource : resource.substring(0, resource.indexOf('_'));
    }

    /** The kind of binding that NITRO calls so. */
    public static Optional<NitroType> binding(String resource) {
        return Arrays.stream(values())
                .filter(type -> type.binding() && type.resource.equals(resource))
                .findFirst();
    }

    private static Attribute key(String name) {
        return Attribute.of(KEY, name);
    }

    private static Attribute fixed(String name) {
        return Attribute.of(FIXED, name);
    }

    private static Attribute set(String name) {
        return Attribute.of(SETTING, name);
    }

    private static Attribute number(String name) {
        return set(name).as(NUMBER);
    }

    private static Attribute qualifier(String name) {
        return Attribute.of(QUALIFIER, name).as(NUMBER);
    }

    private static Attribute turn(String name) {
        return Attribute.of(SWITCH, name);
    }
}
