package io.lbaas.web;

import jakarta.annotation.security.DeclareRoles;
import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Map;

/** The API at the root of the server. The roles are declared so that the container knows them. */
@ApplicationPath("/")
@DeclareRoles({
    "admin",
    "member",
    "reader",
    "load-balancer_observer",
    "load-balancer_member",
    "load-balancer_global_observer",
    "load-balancer_quota_admin",
    "load-balancer_admin"
})
public class ApiApplication extends Application {

    /** Switches off what would answer beside our own resources: WADL documents and validation by the JAX-RS runtime. */
    @Override
    public Map<String, Object> getProperties() {
        return Map.of(
                "jersey.config.server.wadl.disableWadl", true,
                "jersey.config.beanValidation.disable.server", true);
    }
}
