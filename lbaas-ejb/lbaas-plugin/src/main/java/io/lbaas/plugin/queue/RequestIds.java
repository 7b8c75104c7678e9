package io.lbaas.plugin.queue;

import java.util.UUID;

/** Names for what nobody requested. */
public final class RequestIds {

    private RequestIds() {}

    /** A new id, in the form that requests have. */
    public static String ofOurOwn() {
        return "req-" + UUID.randomUUID();
    }
}
