package io.lbaas.web.admin;

import io.lbaas.plugin.api.Caller;
import io.lbaas.plugin.api.Networks;
import io.lbaas.plugin.api.Networks.Network;
import io.lbaas.plugin.api.Networks.NetworkRequest;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.UUID;

/** The networks that VIP subnets belong to. */
@Path("admin/v1/vip-networks")
@ApplicationScoped
@RolesAllowed("admin")
public class VipNetworkResource extends AdminResource<NetworkRequest, Network> {

    @Inject
    private Networks networks;

    public VipNetworkResource() {
        super(NetworkRequest.class, "Network", "vip_networks");
    }

    @Override
    protected Network add(Caller caller, NetworkRequest wanted) {
        return networks.addNetwork(caller, wanted);
    }

    @Override
    protected List<Network> all() {
        return networks.networks(null);
    }

    @Override
    protected Network find(UUID id) {
        return networks.network(id);
    }

    @Override
    protected Network change(Caller caller, UUID id, NetworkRequest wanted) {
        return networks.changeNetwork(caller, id, wanted);
    }

    @Override
    protected void remove(Caller caller, UUID id) {
        networks.removeNetwork(caller, id);
    }
}
