package io.lbaas.web.admin;

import io.lbaas.plugin.api.Caller;
import io.lbaas.plugin.api.Networks;
import io.lbaas.plugin.api.Networks.Port;
import io.lbaas.plugin.api.Networks.PortRequest;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.UUID;

/** Addresses that are reserved for load balancers, and those that load balancers have. */
@Path("admin/v1/vip-ports")
@ApplicationScoped
@RolesAllowed("admin")
public class VipPortResource extends AdminResource<PortRequest, Port> {

    @Inject
    private Networks networks;

    public VipPortResource() {
        super(PortRequest.class, "Port", "vip_ports");
    }

    @Override
    protected Port add(Caller caller, PortRequest wanted) {
        return networks.addPort(caller, wanted);
    }

    @Override
    protected List<Port> all() {
        return networks.ports(null, null);
    }

    @Override
    protected Port find(UUID id) {
        return networks.port(id);
    }

    @Override
    protected Port change(Caller caller, UUID id, PortRequest wanted) {
        return networks.changePort(caller, id, wanted);
    }

    @Override
    protected void remove(Caller caller, UUID id) {
        networks.removePort(caller, id);
    }
}
