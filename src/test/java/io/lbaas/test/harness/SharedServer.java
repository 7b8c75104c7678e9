package io.lbaas.test.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Map;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store.CloseableResource;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Gives tests one server to share, started for the first that asks and stopped after the last. */
public class SharedServer implements ParameterResolver {
    private static final Namespace NAMESPACE = Namespace.create(SharedServer.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == LbaasServer.class;
    }

    @Override
    public LbaasServer resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return of(context, getClass(), environment());
    }

    /** What the server is started with. */
    protected Map<String, String> environment() {
        return Map.of();
    }

    /** The server, started if it is not running yet. */
    public static LbaasServer of(ExtensionContext context) {
        return of(context, SharedServer.class, Map.of());
    }

    private static LbaasServer of(ExtensionContext context, Class<?> sharers, Map<String, String> environment) {
        return context.getRoot()
                .getStore(NAMESPACE)
                .getOrComputeIfAbsent(sharers, key -> new Running(environment), Running.class)
                .server;
    }

    private static final class Running implements CloseableResource {
        private final LbaasServer server;

        Running(Map<String, String> environment) {
            try {
                server = new LbaasServer(Files.createTempDirectory("lbaas-test"), environment).start();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public void close() {
            server.close();
        }
    }
}
