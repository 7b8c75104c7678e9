package io.lbaas.plugin.api;

import io.lbaas.model.ObjectType;
import jakarta.ejb.Local;
import java.util.UUID;

/** Whose objects are and with whom, so that a front end can authorise before it asks for a change. */
@Local
public interface Ownership {

    /**
     * The project of an object.
     *
     * @throws Fault NOT_FOUND where there is no such object
     */
    String projectOf(ObjectType type, UUID id);

    /**
     * The provider of an object's load balancer.
     *
     * @throws Fault NOT_FOUND where there is no such object
     */
    String providerOf(ObjectType type, UUID id);
}
