package io.lbaas.launcher;

import java.net.URLConnection;

/** How resources in jars are read. */
final class JarConnections {
    private JarConnections() {}

    /**
     * Gives every reader of a resource a jar file of its own. By default all readers of the process share one, and
     * Payara closes the shared ones whenever it likes (its issue 5001), also under the database that is unpacked while
     * the server boots: "Stream closed".
     */
    static void own() {
        URLConnection.setDefaultUseCaches("jar", false);
    }
}
