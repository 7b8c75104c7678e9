package io.lbaas.launcher;

import io.lbaas.launcher.check.Haproxy;
import io.lbaas.launcher.check.Ports;
import io.lbaas.launcher.config.DataDirectory;
import io.lbaas.launcher.config.Setting;
import io.lbaas.launcher.config.Settings;
import io.lbaas.launcher.server.EarFile;
import io.lbaas.launcher.server.MicroServer;
import io.lbaas.launcher.server.ReadinessProbe;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Starts everything in order. Database and broker start while the server boots. */
final class Launcher {
    private static final Duration READINESS_LIMIT = Duration.ofSeconds(60);

    private final Console console;
    private final Shutdown shutdown;
    private final Instant begin = Instant.now();

    Launcher(Console console, Shutdown shutdown) {
        this.console = console;
        this.shutdown = shutdown;
    }

    void start(Settings requested, DataDirectory data) throws IOException, InterruptedException {
        EarFile ear = EarFile.at(requested.ear());
        console.step("data", requested.dataDir().toString());
        Settings settings = ear.hasDriver(Haproxy.DEVICE) ? new Haproxy(console).prepare(requested) : requested;
        int port = Ports.claim(settings.http().host(), settings.http().port(), Setting.HTTP_PORT.key());
        Settings.Http http = new Settings.Http(settings.http().host(), port);
        String node = settings.node().orElseGet(data::nodeName);
        EffectiveSettings.publish(settings, http, node);
        EffectiveSettings.publishTlsKeys(settings.tlsKeyFile().orElseGet(data::tlsKeys));

        WorkDirectory work = WorkDirectory.renew(data, settings.logFormat());
        Optional<Path> schema = ear.extractSchemaModule(work.path());
        Backends backends = new Backends(console, shutdown, data, settings, schema);
        backends.start();

        MicroServer server = new MicroServer(work.serverRoot());
        shutdown.add("server", server);
        if (!backends.drivers().names().isEmpty()) {
            ear.extractDriverInterface(work.path()).ifPresent(server::share);
            console.step("drivers", String.join(", ", backends.drivers().names()));
        }
        server.boot(http, node, data.directory("transactions/" + node), backends);
        server.recoverTransactions();
        console.step("server", "Payara Micro on %s:%d, node %s".formatted(http.host(), port, node), elapsed());
        deploy(server, ear, http, data);
        announce(ear, http, settings);
    }

    private void deploy(MicroServer server, EarFile ear, Settings.Http http, DataDirectory data)
            throws InterruptedException {
        server.deploy(ear.path());
        if (ear.hasWeb()) {
            awaitReadiness(http, data);
        }
        console.step("application", ear.path().getFileName().toString(), elapsed());
    }

    private static void awaitReadiness(Settings.Http http, DataDirectory data) throws InterruptedException {
        URI health = URI.create(url(http) + "/health/ready");
        Optional<String> complaint = new ReadinessProbe(health).await(READINESS_LIMIT);
        if (complaint.isPresent()) {
            throw new StartupException(
                    ExitCode.APPLICATION,
                    "the application did not become ready: %s (see %s)".formatted(complaint.get(), data.logs()));
        }
    }

    private void announce(EarFile ear, Settings.Http http, Settings settings) {
        console.say("Ready after " + Console.seconds(elapsed()));
        if (ear.hasWeb()) {
            console.say("  API                " + url(http));
            console.say("  admin credentials  " + settings.credentialsFile());
            console.say("  first steps        README.md");
        }
    }

    private Duration elapsed() {
        return Duration.between(begin, Instant.now());
    }

    private static String url(Settings.Http http) {
        String host = http.host().contains(":") ? "[" + http.host() + "]" : http.host();
        return "http://%s:%d".formatted(host.equals("0.0.0.0") ? "127.0.0.1" : host, http.port());
    }
}
