package io.lbaas.launcher.server;

import io.lbaas.launcher.ExitCode;
import io.lbaas.launcher.StartupException;
import java.lang.annotation.Annotation;

/**
 * Finishes the transactions that the last process left in doubt. The server's own attempt comes too early, before the
 * pools exist, so it is put off (see {@link ServerConfiguration}) and triggered here by creating its recovery service.
 */
final class TransactionRecovery {
    private TransactionRecovery() {}

    static void run(ClassLoader server) {
        try {
            Class<?> globals = server.loadClass("org.glassfish.internal.api.Globals");
            Object locator = globals.getMethod("getDefaultHabitat").invoke(null);
            Class<?> service = server.loadClass("com.sun.enterprise.transaction.api.ResourceRecoveryManager");
            Object manager = server.loadClass("org.glassfish.hk2.api.ServiceLocator")
                    .getMethod("getService", Class.class, Annotation[].class)
                    .invoke(locator, service, new Annotation[0]);
            if (manager == null) {
                throw new StartupException(ExitCode.SERVER, "the server has no transaction recovery service");
            }
        } catch (ReflectiveOperationException e) {
            throw new StartupException(ExitCode.SERVER, "transaction recovery did not run: " + e, e);
        }
    }
}
