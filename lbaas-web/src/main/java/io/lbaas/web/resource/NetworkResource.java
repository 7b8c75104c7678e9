package io.lbaas.web.resource;

import io.lbaas.plugin.api.Fault;
import io.lbaas.plugin.api.Networks;
import io.lbaas.plugin.api.Networks.Subnet;
import io.lbaas.web.binding.Scalars;
import io.lbaas.web.query.NetworkFilter;
import io.lbaas.web.rendering.Fields;
import io.lbaas.web.rendering.JsonOutput;
import io.lbaas.web.rendering.NetworkRendering;
import io.lbaas.web.security.CurrentRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The read side of a network service: what clients look up before they create a load balancer. Callers see what they
 * may use.
 */
@Path("v2/lbaas/{kind: networks|subnets|ports|qos/policies|security-groups}")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class NetworkResource {

    @Inject
    private Networks networks;

    @Inject
    private CurrentRequest request;

    @GET
    public JsonObject list(@PathParam("kind") String path, @Context UriInfo uri) {
        NetworkKind kind = NetworkKind.of(path);
        NetworkFilter filter = NetworkFilter.of(uri.getQueryParameters());
        Optional<UUID> id = filter.id().flatMap(NetworkResource::uuid);
        Stream<JsonObject> known = visible(kind, id).filter(filter::matches);
        Stream<JsonObject> found = orUnknown(known.toList(), id).map(object -> Fields.select(object, filter.fields()));
        return JsonOutput.object().add(kind.plural(), JsonOutput.array(found)).build();
    }

    @GET
    @Path("{id}")
    public JsonObject show(@PathParam("kind") String path, @PathParam("id") String given) {
        NetworkKind kind = NetworkKind.of(path);
        Optional<UUID> id = uuid(given);
        Stream<JsonObject> known =
                visible(kind, id).filter(found -> found.getString("id").equals(given));
        return orUnknown(known.toList(), id)
                .findFirst()
                .map(found -> JsonOutput.object().add(kind.singular(), found).build())
                .orElseThrow(() -> Fault.notFound(kind.title(), given));
    }

    private Stream<JsonObject> visible(NetworkKind kind, Optional<UUID> id) {
        String project = request.visibleProject();
        return switch (kind) {
            case NETWORK -> networks(project);
            case SUBNET -> networks.subnets(project).stream().map(NetworkRendering::subnet);
            case PORT -> networks.ports(project, id.orElse(null)).stream().map(NetworkRendering::port);
            case QOS_POLICY, SECURITY_GROUP -> Stream.empty();
        };
    }

    private Stream<JsonObject> networks(String project) {
        Map<UUID, List<UUID>> subnets = networks.subnets(project).stream()
                .collect(Collectors.groupingBy(Subnet::networkId, Collectors.mapping(Subnet::id, Collectors.toList())));
        return networks.networks(project).stream()
                .map(network -> NetworkRendering.network(network, subnets.getOrDefault(network.id(), List.of())));
    }

    /** Where ids that are not known are taken as they are, they are found too. */
    private Stream<JsonObject> orUnknown(List<JsonObject> known, Optional<UUID> id) {
        return known.isEmpty() && networks.permissive() ? id.map(NetworkRendering::unknown).stream() : known.stream();
    }

    /** Nothing where it is no id: a client may have been given a name for one. */
    private static Optional<UUID> uuid(String given) {
        try {
            return Optional.of(Scalars.uuid(given));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
