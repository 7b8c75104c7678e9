package io.lbaas.launcher.server;

import java.util.Optional;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** Listens to the log during a deployment, because the server tells nobody but the log why it failed. */
final class DeploymentFailure extends Handler {
    private final Logger root = Logger.getLogger("");
    private Throwable first;

    /** Runs the deployment and returns the root of the first failure in it. */
    Optional<String> during(Runnable deployment) {
        root.addHandler(this);
        try {
            deployment.run();
        } finally {
            root.removeHandler(this);
        }
        return Optional.ofNullable(first).map(DeploymentFailure::rootCause);
    }

    @Override
    public synchronized void publish(LogRecord entry) {
        if (first == null && entry.getThrown() != null && entry.getLevel().intValue() >= Level.SEVERE.intValue()) {
            first = entry.getThrown();
        }
    }

    private static String rootCause(Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause.toString().lines().findFirst().orElse("");
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
}
