package io.lbaas.launcher.database;

import io.lbaas.launcher.Command;
import io.lbaas.launcher.ExitCode;
import io.lbaas.launcher.StartupException;
import io.lbaas.launcher.config.Secret;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** A PostgreSQL data directory and the programs that work on it. */
record PostgresCluster(Path directory, Path log, PostgresBinaries binaries, PostgresAccount account) {
    private static final Duration LIMIT = Duration.ofSeconds(60);

    boolean exists() {
        return Files.isDirectory(directory);
    }

    /** Made under another name and then renamed: a start that is killed here leaves nothing half made. */
    void create(String user, Secret password, String database) throws IOException {
        Path parent = directory.getParent();
        Path draft = Files.createTempDirectory(parent, "cluster");
        Path passwordFile = Files.writeString(Files.createTempFile(parent, "password", null), password.value());
        account.own(parent);
        try {
            run(
                    "initdb",
                    "",
                    "-D",
                    draft,
                    "-U",
                    user,
                    "-A",
                    "scram-sha-256",
                    "--pwfile=" + passwordFile,
                    "-E",
                    "UTF8",
                    "--locale=C",
                    "--locale-provider=builtin",
                    "--builtin-locale=C.UTF-8");
        } finally {
            Files.delete(passwordFile);
        }
        run("postgres", "CREATE DATABASE " + database + "\n", "--single", "-D", draft, "postgres");
        Files.move(draft, directory);
    }

    /** Starts the server and returns its process. */
    ProcessHandle start(String host, int port) throws IOException {
        if (!Files.exists(log)) {
            Files.createFile(log);
        }
        account.own(log);
        run("pg_ctl", "", "start", "-D", directory, "-l", log, "-w", "-o", ServerOptions.on(host, port));
        return pid().server().orElseThrow(() -> new IOException("PostgreSQL has gone right after its start"));
    }

    /** Stops a server of ours, or one that a killed process left behind, and removes the mark of a dead one. */
    void stop() throws IOException {
        if (pid().server().isPresent()) {
            run("pg_ctl", "", "stop", "-D", directory, "-m", "fast", "-w");
        }
        pid().remove();
    }

    private PostmasterPid pid() {
        return PostmasterPid.in(directory);
    }

    private void run(String program, String input, Object... arguments) {
        List<String> texts = List.of(arguments).stream().map(Object::toString).toList();
        Command.Result result =
                Command.run(LIMIT, Map.of("LC_ALL", "C"), input, account.command(binaries.program(program), texts));
        if (!result.succeeded()) {
            throw new StartupException(
                    ExitCode.DATABASE, "PostgreSQL: %s failed: %s (see %s)".formatted(program, result.lastLine(), log));
        }
    }
}
