package io.lbaas.example.driver;

import io.lbaas.driver.spi.Capabilities;
import io.lbaas.driver.spi.IpLiteral;
import io.lbaas.driver.spi.TlsSupport;
import io.lbaas.driver.spi.ValidationReport;
import io.lbaas.model.Algorithm;
import io.lbaas.model.DesiredLoadBalancer;
import io.lbaas.model.ListenerProtocol;
import io.lbaas.model.ObjectRef;
import io.lbaas.model.ObjectType;
import io.lbaas.model.PoolProtocol;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** What the appliance can do, and what of a load balancer it cannot. */
final class Support {
    static final Capabilities CAPABILITIES = new Capabilities(
            Set.of(ListenerProtocol.TCP),
            Set.of(PoolProtocol.TCP),
            Set.of(Algorithm.ROUND_ROBIN),
            Set.of(),
            Set.of(),
            Capabilities.L7.NONE,
            TlsSupport.NONE,
            true);

    private final Map<ObjectRef, String> problems;

    private Support(Map<ObjectRef, String> problems) {
        this.problems = new LinkedHashMap<>(problems);
    }

    static ValidationReport check(DesiredLoadBalancer desired) {
        Support support = new Support(CAPABILITIES.check(desired).problems());
        desired.vipAddresses().forEach(vip -> support.address(ObjectType.LOAD_BALANCER, desired.id(), vip));
        desired.listeners()
                .forEach(listener -> support.holds(
                        listener.spec().allowedCidrs() == null,
                        ObjectType.LISTENER,
                        listener.id(),
                        "The appliance takes connections from everywhere"));
        desired.pools().forEach(pool -> pool.members().forEach(support::member));
        return new ValidationReport(support.problems);
    }

    private void member(DesiredLoadBalancer.Member member) {
        address(ObjectType.MEMBER, member.id(), member.spec().address());
        holds(
                member.spec().weight() == 1 && !member.spec().backup(),
                ObjectType.MEMBER,
                member.id(),
                "The appliance treats all members alike");
    }

    private void address(ObjectType type, UUID id, String text) {
        try {
            IpLiteral.parse(text);
        } catch (IllegalArgumentException e) {
            holds(false, type, id, e.getMessage());
        }
    }

    private void holds(boolean condition, ObjectType type, UUID id, String otherwise) {
        if (!condition) {
            problems.putIfAbsent(new ObjectRef(type, id), otherwise);
        }
    }
}
