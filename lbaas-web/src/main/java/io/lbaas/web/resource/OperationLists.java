package io.lbaas.web.resource;

import io.lbaas.model.ObjectType;
import io.lbaas.plugin.api.Fault;
import io.lbaas.plugin.api.Operations;
import io.lbaas.plugin.api.Operations.Question;
import io.lbaas.web.query.ListRequest;
import io.lbaas.web.rendering.JsonOutput;
import io.lbaas.web.schema.Schemas;
import io.lbaas.web.security.CurrentRequest;
import io.lbaas.web.security.Permission;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Lists of the changes that were made. Not part of the OpenStack API. */
@ApplicationScoped
public class OperationLists {

    private static final String REQUEST_ID = "request_id";
    private static final String OBJECT_ID = "object_id";

    @Inject
    private Operations operations;

    @Inject
    private CurrentRequest request;

    /** The changes of an object, and of what is beneath a load balancer; also of one that is gone. */
    JsonObject of(ObjectType type, UUID id, UriInfo uri) {
        ListRequest list = ListRequest.of(uri.getQueryParameters());
        boolean there = exists(type, id);
        List<Operations.Entry> found = operations.list(question(list, id));
        if (found.isEmpty() && !there) {
            throw Fault.notFound(type, id);
        }
        return page(found, list, uri);
    }

    /** The changes that the caller may see, or those of one request or object. */
    JsonObject all(UriInfo uri) {
        ListRequest list = ListRequest.of(uri.getQueryParameters());
        String objectId = list.filters().get(OBJECT_ID);
        UUID id = objectId == null ? null : Ids.of(ObjectType.LOAD_BALANCER, objectId);
        return page(operations.list(question(list, id)), list, uri);
    }

    /** Checks the caller's rights where there is such an object; of one that is gone the records have the project. */
    private boolean exists(ObjectType type, UUID id) {
        try {
            request.require(Permission.READ, type, id);
            return true;
        } catch (Fault e) {
            if (e.kind() == Fault.Kind.NOT_FOUND) {
                return false;
            }
            throw e;
        }
    }

    private Question question(ListRequest list, UUID objectId) {
        if (!Set.of(REQUEST_ID, OBJECT_ID).containsAll(list.filters().keySet())) {
            throw Fault.invalid("One or more arguments are either duplicate or invalid");
        }
        String visibleProject = request.visible(list).projectId();
        return new Question(visibleProject, objectId, list.filters().get(REQUEST_ID), list.limit(), list.markerId());
    }

    private JsonObject page(List<Operations.Entry> found, ListRequest list, UriInfo uri) {
        return Answers.listed(
                Schemas.OPERATION, found, record -> JsonOutput.of(record).asJsonObject(), list, request, uri);
    }
}
