package io.lbaas.plugin.rule;

import io.lbaas.driver.spi.Capabilities;
import io.lbaas.model.HealthMonitorSpec;
import io.lbaas.model.L7PolicySpec;
import io.lbaas.model.L7RuleSpec;
import io.lbaas.model.ListenerProtocol;
import io.lbaas.model.ListenerSpec;
import io.lbaas.model.PoolSpec;
import io.lbaas.plugin.api.Fault;
import java.util.List;
import java.util.Set;

/**
 * What the device's driver can do. Everything passes where that is not known yet: the driver has the last word.
 *
 * @param provider the driver's name, for messages
 * @param capabilities null where the device was never probed
 */
public record CapabilityRules(String provider, Capabilities capabilities) {

    /**
     * Checks what a listener needs.
     *
     * @throws Fault UNSUPPORTED, as all methods of this class
     */
    public void check(ListenerSpec spec) {
        if (capabilities != null) {
            require("protocol", spec.protocol(), capabilities.listenerProtocols());
            refuse(capabilities.tls().lacking(spec.tls()));
        }
    }

    /** Checks what a pool needs. */
    public void check(PoolSpec spec) {
        if (capabilities == null) {
            return;
        }
        require("protocol", spec.protocol(), capabilities.poolProtocols());
        refuse(capabilities.tls().lacking(spec.tls()));
        require("lb_algorithm", spec.lbAlgorithm(), capabilities.algorithms());
        if (spec.sessionPersistence() != null) {
            require("session_persistence", spec.sessionPersistence().type(), capabilities.persistenceTypes());
        }
    }

    /** Checks what a health monitor needs. */
    public void check(HealthMonitorSpec spec) {
        if (capabilities != null) {
            require("health monitor type", spec.type(), capabilities.monitorTypes());
        }
    }

    /** Checks what an L7 policy needs of a listener of that protocol. */
    public void check(ListenerProtocol listener, L7PolicySpec spec) {
        if (capabilities != null) {
            require("L7 policies of protocol", listener, capabilities.l7().listenerProtocols());
            require("action", spec.action(), capabilities.l7().actions());
        }
    }

    /** Checks what an L7 rule needs. */
    public void check(L7RuleSpec spec) {
        if (capabilities != null) {
            require("rule type", spec.type(), capabilities.l7().ruleTypes());
            require("compare_type", spec.compareType(), capabilities.l7().compareTypes());
        }
    }

    private void refuse(List<String> lacking) {
        if (!lacking.isEmpty()) {
            throw Fault.unsupportedOption(provider, String.join(", ", lacking));
        }
    }

    private <T> void require(String option, T value, Set<T> supported) {
        if (!supported.contains(value)) {
            throw Fault.unsupportedOption(provider, option + " " + value);
        }
    }
}
