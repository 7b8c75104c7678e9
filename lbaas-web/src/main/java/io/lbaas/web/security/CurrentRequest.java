package io.lbaas.web.security;

import static java.util.stream.Collectors.joining;

import io.lbaas.model.ObjectType;
import io.lbaas.plugin.api.Caller;
import io.lbaas.plugin.api.Fault;
import io.lbaas.plugin.api.Ownership;
import io.lbaas.plugin.api.Query;
import io.lbaas.web.query.ListRequest;
import io.lbaas.web.request.RequestId;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;

/** The request at hand: on whose behalf it is made and what that caller may do. */
@RequestScoped
public class CurrentRequest {

    @Inject
    private HttpServletRequest request;

    @Inject
    private Ownership ownership;

    @Inject
    private Access access;

    /** On whose behalf the plugin is to act. */
    public Caller caller() {
        Identity identity = identity();
        return new Caller(identity.name(), identity.projectId(), RequestId.of(request), identity.token());
    }

    /**
     * Checks that the caller may do that to something of a project.
     *
     * @throws Fault FORBIDDEN
     */
    public void require(Permission permission, String ownerProject) {
        access.require(identity(), permission, ownerProject);
    }

    /**
     * Checks that the caller may do that to what belongs to no project.
     *
     * @throws Fault FORBIDDEN
     */
    public void require(Permission permission) {
        require(permission, identity().projectId());
    }

    /**
     * Checks that the caller may do that to an object.
     *
     * @throws Fault NOT_FOUND or FORBIDDEN, in that order
     */
    public void require(Permission permission, ObjectType type, UUID id) {
        require(permission, ownership.projectOf(type, id));
    }

    /**
     * The question for the plugin that a list asks, narrowed to what the caller may see.
     *
     * @throws Fault FORBIDDEN where the list names a project that is not the caller's to see
     */
    public Query visible(ListRequest list) {
        return list.query(access.visibleProject(identity(), list.projectId()));
    }

    /**
     * The project whose things the caller may see, null for those of all.
     *
     * @throws Fault FORBIDDEN where the caller may see nothing
     */
    public String visibleProject() {
        return access.visibleProject(identity(), null);
    }

    /** As {@link #visible(ListRequest)}, where rights of its own are needed to see what is listed. */
    public Query visible(ListRequest list, Permission own, Permission global) {
        return list.query(access.visibleProject(identity(), own, global, list.projectId()));
    }

    /**
     * The project of a new object: the one asked for, else the caller's.
     *
     * @throws Fault INVALID where there is neither, as with a token of no project
     */
    public String projectOr(String wanted) {
        String project = wanted == null ? identity().projectId() : wanted;
        if (project == null) {
            throw Fault.invalid("Missing project ID in request where one is required.");
        }
        return project;
    }

    /** The URL as the client sent it, without the query string. */
    public String url() {
        return request.getRequestURL().toString();
    }

    /** What is asked for: the method, the path as the client sent it, and the query string. */
    public String target() {
        return Stream.of(request.getMethod(), request.getRequestURI(), request.getQueryString())
                .filter(Objects::nonNull)
                .collect(joining(" "));
    }

    private Identity identity() {
        return (Identity) request.getUserPrincipal();
    }
}
