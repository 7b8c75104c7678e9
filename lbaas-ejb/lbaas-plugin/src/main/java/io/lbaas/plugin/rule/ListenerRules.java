package io.lbaas.plugin.rule;

import io.lbaas.model.ListenerProtocol;
import io.lbaas.model.ListenerSpec;
import io.lbaas.plugin.api.Fault;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Combinations of a listener's fields. */
public final class ListenerRules {

    private static final Set<String> HTTP_HEADERS = Set.of("X-Forwarded-For", "X-Forwarded-Port", "X-Forwarded-Proto");

    /** What only a listener can insert that has seen the client's certificate. */
    private static final Set<String> TLS_HEADERS = Set.of(
            "X-SSL-Client-Verify",
            "X-SSL-Client-Has-Cert",
            "X-SSL-Client-DN",
            "X-SSL-Client-CN",
            "X-SSL-Issuer",
            "X-SSL-Client-SHA1",
            "X-SSL-Client-Not-Before",
            "X-SSL-Client-Not-After");

    private ListenerRules() {}

    /**
     * Returns the listener with its CIDRs in canonical form and its TLS defaults.
     *
     * @param vips addresses that the listener is bound to
     * @throws Fault INVALID
     */
    public static ListenerSpec check(ListenerSpec asked, List<String> vips) {
        checkHeaders(asked);
        ListenerSpec spec = TlsRules.check(asked);
        if (spec.defaultPoolId() != null) {
            checkParent(spec.protocol());
        }
        if (spec.allowedCidrs() == null) {
            return spec;
        }
        List<String> masked = spec.allowedCidrs().stream()
                .map(text -> canonicalCidr(text, vips))
                .toList();
        return spec.withAllowedCidrs(masked.isEmpty() ? null : masked);
    }

    /**
     * Checks that a listener can have pools and L7 policies.
     *
     * @throws Fault INVALID
     */
    public static void checkParent(ListenerProtocol protocol) {
        if (protocol == ListenerProtocol.PROMETHEUS) {
            throw Fault.invalid("Protocol PROMETHEUS listeners cannot have child objects.");
        }
    }

    private static void checkHeaders(ListenerSpec spec) {
        if (spec.insertHeaders().isEmpty()) {
            return;
        }
        if (!spec.protocol().readsHttp()) {
            throw Fault.invalid(
                    "insert-headers is not a valid option for a " + spec.protocol() + " protocol listener.");
        }
        var unknown = new TreeSet<>(spec.insertHeaders().keySet());
        unknown.removeAll(HTTP_HEADERS);
        if (spec.protocol() == ListenerProtocol.TERMINATED_HTTPS) {
            unknown.removeAll(TLS_HEADERS);
        }
        if (!unknown.isEmpty()) {
            throw Fault.invalid(unknown.first() + " is not a valid option for insert_headers");
        }
    }

    private static String canonicalCidr(String text, List<String> vips) {
        Cidr cidr = Cidr.parse(text)
                .orElseThrow(() -> Fault.invalidField(
                        "allowed_cidrs", text, "Value should be a valid IPv4 or IPv6 network in CIDR form"));
        boolean reachable = vips.stream()
                .flatMap(vip -> IpAddress.parse(vip).stream())
                .anyMatch(vip -> vip.version() == cidr.ipVersion());
        if (!reachable) {
            throw Fault.invalid("CIDR " + text + " IP version incompatible with all VIPs " + vips + " IP version.");
        }
        return cidr.toString();
    }
}
