package io.lbaas.launcher;

import io.lbaas.launcher.config.DataDirectory;
import io.lbaas.launcher.config.Settings;
import io.lbaas.launcher.config.SettingsReader;
import io.lbaas.launcher.config.Sources;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** The process: reads the settings, starts everything, and stops it on a signal. */
public final class Main {
    private static final System.Logger LOGGER = System.getLogger(Main.class.getName());
    private static final String USAGE =
            """
            usage: lbaas <command>
              run      start database, broker, server and application; stop with Ctrl-C
              migrate  bring the schema of an external database up to date, and nothing else
              help     show this text
            Settings are listed in docs/configuration.md.""";

    private static final Console CONSOLE = new Console(System.out, System.err);

    private final Shutdown shutdown = new Shutdown(CONSOLE);

    /** Referred to for as long as the process runs: a lock that is garbage is a lock released. */
    private FileLock lock;

    private volatile boolean stopping;

    private Main() {}

    public static void main(String[] arguments) {
        JarConnections.own();
        String command = arguments.length == 1 ? arguments[0] : "";
        switch (command) {
            case "run" -> new Main().execute(Main::start);
            case "migrate" -> new Main().execute(Main::migrate);
            case "help" -> CONSOLE.say(USAGE);
            default -> {
                CONSOLE.usage(USAGE);
                System.exit(ExitCode.USAGE.code());
            }
        }
    }

    private interface Action {
        void run(Main main, Sources sources, Settings settings) throws IOException, InterruptedException;
    }

    private void execute(Action action) {
        try {
            Sources sources = new Sources(System.getProperties(), System.getenv());
            Path base = sources.get("lbaas.home").map(Path::of).orElseGet(Installation::home);
            action.run(this, sources, new SettingsReader(sources).read(base));
        } catch (StartupException e) {
            fail(e, e.exitCode());
        } catch (IOException | InterruptedException | RuntimeException e) {
            // Whatever it is, the process ends with a code that says so.
            fail(e, ExitCode.SERVER);
        }
    }

    private void start(Sources sources, Settings settings) throws IOException, InterruptedException {
        DataDirectory data = DataDirectory.open(settings.dataDir());
        lock = data.lock();
        sources.publishFile();
        silence(data);
        Runtime.getRuntime().addShutdownHook(new Thread(this::stop, "lbaas-shutdown"));
        CONSOLE.say("LBaaS is starting");
        try {
            new Launcher(CONSOLE, shutdown).start(settings, data);
        } catch (IOException | InterruptedException | RuntimeException e) {
            // The operator is shown the message alone.
            LOGGER.log(System.Logger.Level.ERROR, "Start failed", e);
            throw e;
        }
    }

    private void migrate(Sources sources, Settings settings) throws IOException {
        Migration.run(CONSOLE, settings);
    }

    /** On a signal. Halts at the end, because stopping on request is a success, and the default exit code is not 0. */
    private void stop() {
        stopping = true;
        CONSOLE.say("LBaaS is stopping");
        shutdown.run();
        CONSOLE.say("Stopped");
        Runtime.getRuntime().halt(0);
    }

    /** What fails while a signal is being obeyed is only a consequence of it. */
    private void fail(Exception failure, ExitCode code) {
        if (stopping) {
            return;
        }
        CONSOLE.error(failure.getMessage());
        shutdown.run();
        Runtime.getRuntime().halt(code.code());
    }

    /** Whatever libraries print goes to a file; the console is for the operator. */
    private static void silence(DataDirectory data) throws IOException {
        PrintStream file = new PrintStream(
                new FileOutputStream(data.logs().resolve("CONSOLE.log").toFile()), true, StandardCharsets.UTF_8);
        System.setOut(file);
        System.setErr(file);
    }
}
