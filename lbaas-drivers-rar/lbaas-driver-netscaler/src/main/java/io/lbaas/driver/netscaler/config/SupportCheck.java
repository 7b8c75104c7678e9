package io.lbaas.driver.netscaler.config;

import io.lbaas.driver.spi.IpLiteral;
import io.lbaas.driver.spi.ValidationReport;
import io.lbaas.model.ClientAuthentication;
import io.lbaas.model.DesiredLoadBalancer;
import io.lbaas.model.DesiredLoadBalancer.L7Policy;
import io.lbaas.model.DesiredLoadBalancer.Listener;
import io.lbaas.model.L7PolicySpec;
import io.lbaas.model.L7RuleSpec;
import io.lbaas.model.ListenerProtocol;
import io.lbaas.model.ListenerSpec;
import io.lbaas.model.ListenerTls;
import io.lbaas.model.ObjectRef;
import io.lbaas.model.ObjectType;

/** Finds what of a tree cannot be mapped: beyond the capabilities, or not fit for NetScaler. */
public final class SupportCheck {
    private static final int CONNECT_TIMEOUT = 5000;
    private final DesiredLoadBalancer tree;
    private final Problems problems;

    private SupportCheck(DesiredLoadBalancer tree) {
        this.tree = tree;
        problems = new Problems(Support.CAPABILITIES.check(tree).problems());
    }

    public static ValidationReport check(DesiredLoadBalancer tree) {
        SupportCheck check = new SupportCheck(tree);
        ObjectRef self = new ObjectRef(ObjectType.LOAD_BALANCER, tree.id());
        tree.vipAddresses().forEach(vip -> check.problems.unlessFits(self, "VIP address", () -> IpLiteral.parse(vip)));
        if (!check.problems.byObject().containsKey(self)) {
            tree.listeners().forEach(check::listener);
        }
        PoolCheck pools = new PoolCheck(tree, check.problems);
        tree.pools().forEach(pools::pool);
        return new ValidationReport(check.problems.byObject());
    }

    private void listener(Listener listener) {
        ListenerSpec spec = listener.spec();
        ObjectRef self = new ObjectRef(ObjectType.LISTENER, listener.id());
        problems.unless(spec.connectionLimit() != 0, self, "A connection limit of 0 is not supported");
        problems.unless(
                spec.timeoutMemberConnect() == CONNECT_TIMEOUT,
                self,
                "timeout_member_connect is " + CONNECT_TIMEOUT + " on this device");
        problems.unless(spec.timeoutTcpInspect() == 0, self, "timeout_tcp_inspect is not supported");
        problems.unless(
                spec.insertHeaders().keySet().stream().allMatch(InsertHeader::known),
                self,
                "This header cannot be inserted");
        problems.unless(
                spec.insertHeaders().isEmpty() || spec.protocol().readsHttp(),
                self,
                "Headers can be inserted with HTTP listeners only");
        if (spec.allowedCidrs() != null) {
            tree.vipAddresses()
                    .forEach(vip -> problems.unlessFits(
                            self, "allowed_cidrs", () -> AllowedSources.map(vip, spec.allowedCidrs())));
        }
        if (spec.protocol() == ListenerProtocol.TERMINATED_HTTPS) {
            tls(self, spec.tls());
        }
        listener.l7Policies().forEach(this::policy);
    }

    private void tls(ObjectRef self, ListenerTls tls) {
        problems.unless(!tls.identities().isEmpty(), self, "A certificate is needed");
        problems.unless(!Ciphers.of(tls.tlsCiphers()).isEmpty(), self, "None of tls_ciphers is supported");
        problems.unless(
                tls.clientAuthentication() == ClientAuthentication.NONE || tls.clientCaTlsContainerRef() != null,
                self,
                "Authorities of clients are needed");
    }

    private void policy(L7Policy policy) {
        L7PolicySpec spec = policy.spec();
        ObjectRef self = new ObjectRef(ObjectType.L7_POLICY, policy.id());
        problems.unlessMatches(L7PolicySpec.URL, spec.redirectUrl(), self, "Redirection");
        problems.unlessMatches(L7PolicySpec.URL, spec.redirectPrefix(), self, "Redirection");
        int known = problems.byObject().size();
        policy.rules().forEach(rule -> rule(new ObjectRef(ObjectType.L7_RULE, rule.id()), rule.spec()));
        if (problems.byObject().size() == known) {
            problems.unlessFits(self, "This many rules", () -> PolicyMapper.rule(policy));
        }
    }

    private void rule(ObjectRef self, L7RuleSpec rule) {
        problems.unless(!rule.text().isEmpty(), self, "An empty value is not supported");
        switch (rule.type()) {
            case HEADER, COOKIE -> named(self, rule, L7RuleSpec.TOKEN);
            case SSL_DN_FIELD -> named(self, rule, L7RuleSpec.DN_FIELD);
            default -> {
                // Has no key.
            }
        }
        if (!problems.byObject().containsKey(self)) {
            problems.unlessFits(self, "Value", () -> RuleMapper.map(rule));
        }
    }

    private void named(ObjectRef self, L7RuleSpec rule, String pattern) {
        problems.unless(rule.key() != null && rule.key().matches(pattern), self, "Key is not supported");
    }
}
