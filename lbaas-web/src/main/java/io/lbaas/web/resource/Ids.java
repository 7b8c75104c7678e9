package io.lbaas.web.resource;

import io.lbaas.model.ObjectType;
import io.lbaas.plugin.api.Fault;
import io.lbaas.web.binding.Scalars;
import java.util.UUID;

/** Ids in paths. */
final class Ids {

    private Ids() {}

    /**
     * The id in a path.
     *
     * @throws Fault NOT_FOUND where it is none: clients look for names by asking for them as ids first
     */
    static UUID of(ObjectType type, String given) {
        try {
            return Scalars.uuid(given);
        } catch (IllegalArgumentException e) {
            Fault fault = Fault.notFound(type, given);
            fault.initCause(e);
            throw fault;
        }
    }
}
