package io.lbaas.launcher.broker;

import io.lbaas.launcher.ExitCode;
import io.lbaas.launcher.Installation;
import io.lbaas.launcher.Isolated;
import io.lbaas.launcher.StartupException;
import io.lbaas.launcher.check.Ports;
import io.lbaas.launcher.config.DataDirectory;
import io.lbaas.launcher.config.Secret;
import io.lbaas.launcher.config.Setting;
import io.lbaas.launcher.config.Settings;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.Properties;

/** An OpenMQ broker in this process. Clients reach it over loopback like any other broker. */
public final class EmbeddedBroker implements AutoCloseable {
    private static final String HOST = "127.0.0.1";
    private static final String INSTANCE = "lbaas";

    private final Settings.Broker settings;
    private final Secret password;
    private final Path home;
    private URLClassLoader loader;
    private BrokerInstance broker;

    public EmbeddedBroker(DataDirectory data, Settings.Broker settings) {
        this.settings = settings;
        this.password = data.secret("broker");
        this.home = data.directory("broker");
    }

    public BrokerAddress start() {
        int port = Ports.claim(HOST, settings.port(), Setting.BROKER_PORT.key());
        try {
            BrokerUsers.write(home.resolve("instances/" + INSTANCE + "/etc/passwd"), settings.user(), password);
            loader = Isolated.loader(Installation.openMqJars());
            broker = Isolated.within(loader, () -> BrokerInstance.create(loader));
            Isolated.within(loader, () -> {
                broker.start(arguments(port), properties());
                return null;
            });
        } catch (InvocationTargetException e) {
            throw failed(e.getCause());
        } catch (IOException | ReflectiveOperationException | RuntimeException e) {
            throw failed(e);
        }
        if (!broker.isRunning()) {
            throw new StartupException(ExitCode.BROKER, "the message broker did not start; see " + home);
        }
        return new BrokerAddress("mq://%s:%d".formatted(HOST, port), settings.user(), password);
    }

    @Override
    public void close() throws ReflectiveOperationException {
        if (broker != null) {
            Isolated.within(loader, () -> {
                broker.stop();
                return null;
            });
        }
    }

    private static StartupException failed(Throwable reason) {
        return new StartupException(
                ExitCode.BROKER, "the message broker did not start: " + reason.getMessage(), reason);
    }

    private String[] arguments(int port) {
        return new String[] {
            "-imqhome", Installation.openMq().toString(),
            "-varhome", home.toString(),
            "-name", INSTANCE,
            "-port", Integer.toString(port),
            "-silent"
        };
    }

    private static Properties properties() {
        Properties properties = new Properties();
        properties.setProperty("imq.hostname", HOST);
        // Managed by a client, OpenMQ configures its own logger alone and not the logging of the whole process.
        properties.setProperty("imq.jmsra.managed", "true");
        // There is one user, and it may do everything.
        properties.setProperty("imq.accesscontrol.enabled", "false");
        // An accepted message survives a power cut.
        properties.setProperty("imq.persist.file.sync.enabled", "true");
        // Without it, a transaction that a dead client had not yet prepared would hold its messages for ever.
        properties.setProperty("imq.transaction.detachedTimeout", "20");
        // The defaults, 10 KB a message and 10 MB a queue, are too small for commands that carry a whole load balancer.
        properties.setProperty("imq.autocreate.destination.maxBytesPerMsg", "1m");
        properties.setProperty("imq.autocreate.destination.maxTotalMsgBytes", "256m");
        properties.setProperty("imq.autocreate.destination.maxNumProducers", "-1");
        return properties;
    }
}
