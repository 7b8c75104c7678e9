package io.lbaas.plugin.place;

import io.lbaas.plugin.entity.VipPort;
import io.lbaas.plugin.entity.VipSubnet;
import io.lbaas.plugin.rule.AddressPlan;
import io.lbaas.plugin.rule.IpAddress;
import java.util.UUID;

/**
 * Where a VIP is taken from.
 *
 * @param plan which addresses the subnet has; null where it is not in the inventory
 * @param reserved the port whose address it is; null where one is to be made
 * @param portId the id of the port; null where it is to be chosen
 * @param address the address asked for; null for any
 */
record VipPlace(UUID subnetId, UUID networkId, AddressPlan plan, VipPort reserved, UUID portId, IpAddress address) {

    static VipPlace in(VipSubnet subnet, IpAddress address) {
        return new VipPlace(subnet.id(), subnet.networkId(), AddressPlan.of(subnet.request()), null, null, address);
    }

    /** Where neither subnet nor network is in the inventory. */
    static VipPlace unknown(UUID subnetId, UUID networkId, IpAddress address) {
        return new VipPlace(subnetId, networkId, null, null, null, address);
    }

    VipPlace on(VipPort port) {
        return new VipPlace(subnetId, networkId, plan, port, port.vip().portId(), address);
    }

    VipPlace withPort(UUID id) {
        return new VipPlace(subnetId, networkId, plan, null, id, address);
    }

    boolean known() {
        return plan != null;
    }
}
