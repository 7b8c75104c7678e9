package io.lbaas.launcher.server;

import fish.payara.micro.BootstrapException;
import fish.payara.micro.PayaraMicroRuntime;
import fish.payara.micro.boot.AdminCommandRunner;
import fish.payara.micro.boot.PayaraMicroBoot;
import io.lbaas.launcher.ExitCode;
import io.lbaas.launcher.Installation;
import io.lbaas.launcher.StartupException;
import io.lbaas.launcher.config.Settings;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Payara Micro in this process. */
public final class MicroServer implements AutoCloseable {
    /** Message-driven beans name no resource adapter; this one serves them all. */
    private static final String INBOUND_ADAPTER = "com.sun.enterprise.connectors.inbound.ramid";

    private static final String SHUTDOWN_HOOK = "GlassFish Shutdown Hook";

    private final Path root;
    private final List<Path> libraries = new ArrayList<>();
    private PayaraMicroRuntime runtime;
    private ClassLoader loader;
    private Optional<RuntimeException> failure = Optional.empty();

    /** The root directory must be new: the server would bring back the applications of the last process from an old one. */
    public MicroServer(Path root) {
        this.root = root;
    }

    /** Boots; the server waits for its suppliers only when it is ready to use what they supply. */
    public void boot(Settings.Http http, String node, Path transactionLogs, Suppliers suppliers) {
        System.setProperty(INBOUND_ADAPTER, "imqjmsra");
        try {
            PayaraMicroBoot micro = micro();
            loader = Thread.currentThread().getContextClassLoader();
            micro.setRootDir(root.toFile());
            micro.setNoHazelcast(true);
            micro.setPrintLogo(false);
            micro.setHttpPort(http.port());
            libraries.forEach(library -> micro.addLibrary(library.toFile()));
            AdminCommands configuration = ServerConfiguration.commands(http, node, transactionLogs);
            micro.setPreBootHandler(runner -> guarded(() -> configuration.run(runner)));
            micro.setPostBootHandler(runner -> guarded(() -> createResources(runner, suppliers)));
            runtime = micro.bootStrap();
        } catch (BootstrapException | RuntimeException e) {
            throw unbootable(e);
        }
        failure.ifPresent(exception -> {
            throw exception;
        });
    }

    /** Adds a library that every application and resource adapter sees; before the boot. */
    public void share(Path library) {
        libraries.add(library);
    }

    public void recoverTransactions() {
        TransactionRecovery.run(loader);
    }

    /** Deploys; the result of the server's own call is not to be trusted. */
    public void deploy(Path ear) {
        Optional<String> reason = new DeploymentFailure().during(() -> runtime.deploy(ear.toFile()));
        if (runtime.getDeployedApplicationNames().stream().noneMatch("lbaas"::equals)) {
            throw new StartupException(
                    ExitCode.APPLICATION,
                    "the application %s was not deployed: %s".formatted(ear, reason.orElse("see the log")));
        }
    }

    /** Micro has a shutdown hook of its own, which on a signal runs beside ours; whoever is second waits for the first. */
    @Override
    public void close() throws InterruptedException {
        if (runtime == null) {
            return;
        }
        try {
            runtime.shutdown();
        } catch (BootstrapException | IllegalStateException alreadyStopping) {
            for (Thread thread : Thread.getAllStackTraces().keySet()) {
                if (thread.getName().equals(SHUTDOWN_HOOK)) {
                    thread.join();
                }
            }
        }
    }

    private static PayaraMicroBoot micro() {
        MicroClassLoader modules = MicroClassLoader.of(Installation.micro());
        Thread.currentThread().setContextClassLoader(modules);
        try {
            return modules.boot();
        } catch (ReflectiveOperationException e) {
            throw unbootable(e);
        }
    }

    private static StartupException unbootable(Exception reason) {
        return new StartupException(ExitCode.SERVER, "the server did not boot: " + reason.getMessage(), reason);
    }

    private static void createResources(AdminCommandRunner runner, Suppliers suppliers) {
        suppliers.awaitBroker();
        Resources.messaging().run(runner);
        suppliers.drivers().commands().run(runner);
        if (suppliers.awaitDatabase()) {
            Resources.database().run(runner);
        }
    }

    /** An exception in a handler would be lost in the server; it is kept and thrown when the server has booted. */
    private void guarded(Runnable action) {
        try {
            if (failure.isEmpty()) {
                action.run();
            }
        } catch (RuntimeException e) {
            failure = Optional.of(e);
        }
    }

    /** What the server's resources connect to. */
    public interface Suppliers {
        /** Returns when the broker is up. */
        void awaitBroker();

        /** Returns when the database is up, or false at once if none is used. */
        boolean awaitDatabase();

        /** Drivers that the application does not bring itself. */
        ExtraDrivers drivers();
    }
}
