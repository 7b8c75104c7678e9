package io.lbaas.web.admin;

import io.lbaas.plugin.api.Audits;
import io.lbaas.plugin.api.Audits.AuditRequest;
import io.lbaas.web.rendering.JsonOutput;
import io.lbaas.web.security.CurrentRequest;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonValue;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** What devices have that is not as they were told to have it. */
@Path("admin/v1/devices/{id}/audit")
@ApplicationScoped
@RolesAllowed("admin")
@Produces(MediaType.APPLICATION_JSON)
public class AuditResource {

    private static final String DEVICE = "Device";

    @Inject
    private Audits audits;

    @Inject
    private CurrentRequest request;

    @GET
    public JsonValue show(@PathParam("id") String id) {
        return JsonOutput.of(audits.audit(AdminInput.id(DEVICE, id)));
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    public JsonValue update(@PathParam("id") String id, InputStream body) {
        AuditRequest wanted = AdminInput.read(AuditRequest.class, body);
        return JsonOutput.of(audits.change(request.caller(), AdminInput.id(DEVICE, id), wanted));
    }

    @POST
    @Operation(summary = "Have a device audited now")
    @APIResponse(responseCode = "202")
    public Response begin(@PathParam("id") String id) {
        audits.begin(request.caller(), AdminInput.id(DEVICE, id));
        return Response.accepted().build();
    }
}
