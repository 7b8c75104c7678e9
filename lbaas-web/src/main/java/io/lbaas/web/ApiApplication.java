package io.lbaas.web;

import io.lbaas.web.fault.ThrowableMapper;
import io.lbaas.web.fault.ValidationExceptionMapper;
import io.lbaas.web.fault.WebApplicationExceptionMapper;
import io.lbaas.web.request.CanonicalPath;
import jakarta.annotation.security.DeclareRoles;
import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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

    private static final Set<Class<?>> PROVIDERS = Set.of(
            CanonicalPath.class,
            ThrowableMapper.class,
            ValidationExceptionMapper.class,
            WebApplicationExceptionMapper.class);

    /** One by one: a runtime that searches by itself also finds the abstract classes that have paths, and warns of them. */
    @Override
    public Set<Class<?>> getClasses() {
        return Stream.concat(Resources.ALL.stream(), PROVIDERS.stream()).collect(Collectors.toUnmodifiableSet());
    }

    /** Switches off what would answer beside our own resources: WADL documents and validation by the JAX-RS runtime. */
    @Override
    public Map<String, Object> getProperties() {
        return Map.of(
                "jersey.config.server.wadl.disableWadl", true,
                "jersey.config.beanValidation.disable.server", true);
    }
}
