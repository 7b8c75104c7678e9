package io.lbaas.plugin.api;

import io.lbaas.model.ObjectType;
import jakarta.ejb.Local;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * Puts several calls of the services into one transaction, for what a front end must decide together with a change. What
 * the work throws undoes all of it. Every method may throw {@link Fault}.
 */
@Local
public interface Transactions {

    /** Does work in one transaction. */
    <T> T together(Supplier<T> work);

    /**
     * Does work in one transaction, in which nobody else changes the load balancer of an object.
     *
     * @throws Fault NOT_FOUND where there is no such object
     */
    <T> T locked(ObjectType type, UUID id, Supplier<T> work);
}
