package io.lbaas.web.security;

import io.lbaas.model.ObjectType;
import io.lbaas.plugin.api.Caller;
import io.lbaas.plugin.api.Ownership;
import io.lbaas.plugin.api.Query;
import io.lbaas.web.query.ListRequest;
import io.lbaas.web.request.RequestId;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;

/** The request at hand: on whose behalf it is made and what that caller may do. */
@RequestScoped
public class CurrentRequest {

    @Inject
    private HttpServletRequest request;

    @Inject
    private Ownership ownership;

    /** On whose behalf the plugin is to act. */
    public Caller caller() {
        Identity identity = identity();
        return new Caller(identity.name(), identity.projectId(), RequestId.of(request));
    }

    /**
     * Checks that the caller may do that to something of a project.
     *
     * @throws io.lbaas.plugin.api.Fault FORBIDDEN
     */
    public void require(Permission permission, String ownerProject) {
        Access.require(identity(), permission, ownerProject);
    }

    /**
     * Checks that the caller may do that to an object.
     *
     * @throws io.lbaas.plugin.api.Fault NOT_FOUND or FORBIDDEN, in that order
     */
    public void require(Permission permission, ObjectType type, UUID id) {
        require(permission, ownership.projectOf(type, id));
    }

    /**
     * The question for the plugin that a list asks, narrowed to what the caller may see.
     *
     * @throws io.lbaas.plugin.api.Fault FORBIDDEN where the list names a project that is not the caller's to see
     */
    public Query visible(ListRequest list) {
        return list.query(Access.visibleProject(identity(), list.projectId()));
    }

    /**
     * The project whose things the caller may see, null for those of all.
     *
     * @throws io.lbaas.plugin.api.Fault FORBIDDEN where the caller may see nothing
     */
    public String visibleProject() {
        return Access.visibleProject(identity(), null);
    }

    /** The project of a new load balancer: the one asked for, else the caller's. */
    public String projectOr(String wanted) {
        return wanted == null ? identity().projectId() : wanted;
    }

    /** The URL as the client sent it, without the query string. */
    public String url() {
        return request.getRequestURL().toString();
    }

    private Identity identity() {
        return (Identity) request.getUserPrincipal();
    }
}
