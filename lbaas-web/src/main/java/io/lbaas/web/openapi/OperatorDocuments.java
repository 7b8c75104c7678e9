package io.lbaas.web.openapi;

import io.lbaas.plugin.api.Accounts.Account;
import io.lbaas.plugin.api.Accounts.AccountRequest;
import io.lbaas.plugin.api.Audits.Audit;
import io.lbaas.plugin.api.Audits.AuditRequest;
import io.lbaas.plugin.api.Inventory.Device;
import io.lbaas.plugin.api.Inventory.DeviceRequest;
import io.lbaas.plugin.api.Networks.Network;
import io.lbaas.plugin.api.Networks.NetworkRequest;
import io.lbaas.plugin.api.Networks.Port;
import io.lbaas.plugin.api.Networks.PortRequest;
import io.lbaas.plugin.api.Networks.Subnet;
import io.lbaas.plugin.api.Networks.SubnetRequest;
import io.lbaas.web.admin.AccountResource;
import io.lbaas.web.admin.AuditResource;
import io.lbaas.web.admin.DeviceResource;
import io.lbaas.web.admin.VipNetworkResource;
import io.lbaas.web.admin.VipPortResource;
import io.lbaas.web.admin.VipSubnetResource;
import jakarta.json.JsonObject;
import java.util.Map;

/** The operator's collections, whose entries stand under no name in requests and answers. */
final class OperatorDocuments {

    /**
     * A collection.
     *
     * @param request what an operator says of an entry
     * @param answer what is known of one
     * @param plural the key that a list stands under
     */
    record Collection(Class<? extends Record> request, JsonObject answer, String plural) {}

    static final Map<Class<?>, Collection> ALL = Map.of(
            AccountResource.class, collection(AccountRequest.class, Account.class, "accounts"),
            AuditResource.class, collection(AuditRequest.class, Audit.class, "audits"),
            DeviceResource.class, collection(DeviceRequest.class, Device.class, "devices"),
            VipNetworkResource.class, collection(NetworkRequest.class, Network.class, "vip_networks"),
            VipSubnetResource.class, collection(SubnetRequest.class, Subnet.class, "vip_subnets"),
            VipPortResource.class, collection(PortRequest.class, Port.class, "vip_ports"));

    private OperatorDocuments() {}

    private static Collection collection(
            Class<? extends Record> request, Class<? extends Record> answer, String plural) {
        return new Collection(request, TypeSchemas.of(answer), plural);
    }
}
