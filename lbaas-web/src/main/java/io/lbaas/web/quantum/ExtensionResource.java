package io.lbaas.web.quantum;

import io.lbaas.web.rendering.JsonOutput;
import io.lbaas.web.security.CurrentRequest;
import io.lbaas.web.security.Permission;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;

/** The extensions of the v1 API that are there; its clients look before they use them. */
@Path("v2/lbaas/extensions")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class ExtensionResource {

    private static final String NAMESPACE = "http://wiki.openstack.org/neutron/LBaaS/API_1.0";

    private static final List<Extension> EXTENSIONS = List.of(
            new Extension(
                    "lbaas",
                    "LoadBalancing service",
                    "Extension for LoadBalancing service",
                    NAMESPACE,
                    "2012-10-07T10:00:00-00:00"),
            new Extension(
                    "lbaas_agent_scheduler",
                    "Loadbalancer Agent Scheduler",
                    "Schedule pools among lbaas agents",
                    "http://docs.openstack.org/ext/lbaas_agent_scheduler/api/v1.0",
                    "2013-02-07T10:00:00-00:00"),
            new Extension(
                    "service-type",
                    "Neutron Service Type Management",
                    "API for retrieving service providers for Neutron advanced services",
                    "http://docs.openstack.org/ext/neutron/service-type/api/v1.0",
                    "2013-01-20T00:00:00-00:00"));

    @Inject
    private CurrentRequest request;

    /** An extension as clients are told of it. */
    public record Extension(String alias, String name, String description, String namespace, String updated) {

        JsonObject render() {
            return JsonOutput.object(this).add("links", JsonOutput.array()).build();
        }
    }

    @GET
    public JsonObject list() {
        requireReader();
        return JsonOutput.object()
                .add("extensions", JsonOutput.array(EXTENSIONS.stream().map(Extension::render)))
                .build();
    }

    @GET
    @Path("{alias}")
    public JsonObject show(@PathParam("alias") String alias) {
        requireReader();
        return EXTENSIONS.stream()
                .filter(extension -> extension.alias().equals(alias))
                .findFirst()
                .map(extension ->
                        JsonOutput.object().add("extension", extension.render()).build())
                .orElseThrow(() -> new NotFoundException("Extension with alias " + alias + " does not exist"));
    }

    private void requireReader() {
        request.require(Permission.READ, request.projectOr(null));
    }
}
