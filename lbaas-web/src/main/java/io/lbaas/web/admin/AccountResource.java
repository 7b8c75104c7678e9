package io.lbaas.web.admin;

import io.lbaas.plugin.api.Accounts;
import io.lbaas.plugin.api.Accounts.AccountRequest;
import io.lbaas.web.rendering.JsonOutput;
import io.lbaas.web.security.CurrentRequest;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;

/** The users of the API. Passwords go in and never come out. */
@Path("admin/v1/accounts")
@ApplicationScoped
@RolesAllowed("admin")
@Produces(MediaType.APPLICATION_JSON)
public class AccountResource {

    @Inject
    private Accounts accounts;

    @Inject
    private CurrentRequest request;

    @GET
    public JsonObject list() {
        return JsonOutput.object()
                .add("accounts", JsonOutput.of(accounts.list()))
                .build();
    }

    @PUT
    @Path("{name}")
    @Consumes(MediaType.APPLICATION_JSON)
    public JsonValue put(@PathParam("name") String name, InputStream body) {
        AccountRequest wanted = AdminInput.read(AccountRequest.class, body, name);
        return JsonOutput.of(accounts.put(request.caller(), wanted));
    }

    @DELETE
    @Path("{name}")
    public void delete(@PathParam("name") String name) {
        accounts.remove(request.caller(), name);
    }
}
