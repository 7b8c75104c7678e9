package io.lbaas.plugin.api;

import io.lbaas.model.ObjectType;
import jakarta.ejb.Local;
import java.util.UUID;

/** Who owns what, so that a front end can authorise before it asks for a change. */
@Local
public interface Ownership {

    /**
     * The project of an object.
     *
     * @throws Fault NOT_FOUND where there is no such object
     */
    String projectOf(ObjectType type, UUID id);
}
