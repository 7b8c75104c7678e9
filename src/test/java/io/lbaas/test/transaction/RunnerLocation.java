package io.lbaas.test.transaction;

import org.jboss.arquillian.container.spi.client.protocol.metadata.HTTPContext;
import org.jboss.arquillian.container.spi.client.protocol.metadata.ProtocolMetaData;
import org.jboss.arquillian.container.spi.client.protocol.metadata.Servlet;
import org.jboss.arquillian.container.spi.event.container.AfterDeploy;
import org.jboss.arquillian.core.api.Instance;
import org.jboss.arquillian.core.api.annotation.Inject;
import org.jboss.arquillian.core.api.annotation.Observes;
import org.jboss.arquillian.core.spi.LoadableExtension;

/**
 * Tells Arquillian where its servlet is. The container's adapter reads that from the server's output, but takes its copy
 * as soon as the port is in it, which may be before the servlets are.
 */
public final class RunnerLocation implements LoadableExtension {

    @Override
    public void register(ExtensionBuilder builder) {
        builder.observer(Observer.class);
    }

    /** Adds the servlet where it was not found. */
    public static final class Observer {
        private static final String RUNNER = "ArquillianServletRunnerEE9";

        @Inject
        private Instance<ProtocolMetaData> metaData;

        void add(@Observes AfterDeploy event) {
            String archive = event.getDeployment().getArchive().getName();
            for (HTTPContext context : metaData.get().getContexts(HTTPContext.class)) {
                if (context.getServletByName(RUNNER) == null) {
                    context.add(new Servlet(RUNNER, "/" + archive.substring(0, archive.lastIndexOf('.'))));
                }
            }
        }
    }
}
