package io.lbaas.plugin.rule;

import io.lbaas.plugin.api.Fault;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;

/**
 * Whether what an object refers to in the network exists.
 *
 * @param lenient whether ids that are not known are taken as they are
 * @param subnets whether a subnet is known
 */
public record NetworkRules(BooleanSupplier lenient, Predicate<UUID> subnets) {

    /**
     * Refuses a subnet that does not exist; null is none.
     *
     * @throws Fault INVALID
     */
    public void checkSubnet(UUID id) {
        if (id != null && !subnets.test(id)) {
            requireLenient("Subnet", id);
        }
    }

    /**
     * Refuses a QoS policy; null is none. No driver limits bandwidth, so that none is ever known.
     *
     * @throws Fault INVALID
     */
    public void checkQosPolicy(UUID id) {
        if (id != null) {
            requireLenient("qos_policy", id);
        }
    }

    private void requireLenient(String title, UUID id) {
        if (!lenient.getAsBoolean()) {
            throw Fault.invalidReference(title, id);
        }
    }
}
