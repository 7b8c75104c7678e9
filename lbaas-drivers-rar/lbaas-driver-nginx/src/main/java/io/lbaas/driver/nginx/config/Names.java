package io.lbaas.driver.nginx.config;

import java.util.UUID;

/** Names that objects have in the configuration. */
final class Names {
    private Names() {}

    /** A variable of an object's own. */
    static String variable(String prefix, UUID id) {
        return prefix + "_" + id.toString().replace("-", "");
    }

    /** The form in which a listener's traffic is logged. */
    static Word logFormat(UUID listenerId) {
        return Word.literal("listener_" + listenerId);
    }

    /** The memory in which a listener's connections are counted. */
    static Word limit(UUID listenerId) {
        return Word.literal("connections_" + listenerId);
    }
}
