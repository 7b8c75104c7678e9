package io.lbaas.web.resource;

import io.lbaas.model.ObjectType;
import io.lbaas.plugin.api.Fault;
import io.lbaas.web.binding.Scalars;
import java.util.UUID;
import java.util.function.Function;

/** Ids in paths. */
final class Ids {

    private Ids() {}

    /**
     * The id in a path.
     *
     * @throws Fault NOT_FOUND where it is none: clients look for names by asking for them as ids first
     */
    static UUID of(ObjectType type, String given) {
        return of(type.title(), given);
    }

    /**
     * The id in a path, of something with that title in messages.
     *
     * @throws Fault as above
     */
    static UUID of(String title, String given) {
        return read(title, given, Scalars::uuid);
    }

    /**
     * The name in a path.
     *
     * @throws Fault NOT_FOUND where nothing can have that name
     */
    static String name(String title, String given) {
        return read(title, given, Scalars::requireStorable);
    }

    private static <T> T read(String title, String given, Function<String, T> reader) {
        try {
            return reader.apply(given);
        } catch (IllegalArgumentException e) {
            throw Fault.notFound(title, given).causedBy(e);
        }
    }
}
