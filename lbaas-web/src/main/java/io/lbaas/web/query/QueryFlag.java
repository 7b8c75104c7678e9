package io.lbaas.web.query;

import io.lbaas.plugin.api.Fault;
import io.lbaas.web.binding.Display;
import io.lbaas.web.binding.Scalars;
import jakarta.ws.rs.core.UriInfo;

/** A truth value in a query string, in any of the spellings that clients use. */
public final class QueryFlag {

    private QueryFlag() {}

    /**
     * The truth value of a parameter; false where it is not given.
     *
     * @throws Fault INVALID where it is none
     */
    public static boolean of(String name, UriInfo uri) {
        String value = uri.getQueryParameters().getFirst(name);
        return value != null && of(name, value);
    }

    /**
     * Reads a truth value.
     *
     * @throws Fault INVALID where it is none
     */
    public static boolean of(String name, String value) {
        try {
            return Scalars.flag(value);
        } catch (IllegalArgumentException e) {
            throw Display.invalidField(name, value, e.getMessage()).causedBy(e);
        }
    }
}
