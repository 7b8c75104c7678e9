package io.lbaas.launcher.database;

import io.lbaas.launcher.Command;
import io.lbaas.launcher.ExitCode;
import io.lbaas.launcher.StartupException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The account that PostgreSQL runs under. It refuses to run as root, so root either enters a user namespace, where it is
 * nobody and yet owns its files, or, where containers forbid that, becomes nobody in earnest.
 */
enum PostgresAccount {
    OURS(List.of()),
    NAMESPACE(List.of("unshare", "--user")),
    NOBODY(List.of("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"));

    private static final Duration LIMIT = Duration.ofSeconds(10);

    private final List<String> prefix;

    PostgresAccount(List<String> prefix) {
        this.prefix = prefix;
    }

    static PostgresAccount choose() {
        if (!"root".equals(System.getProperty("user.name"))) {
            return OURS;
        }
        for (PostgresAccount account : List.of(NAMESPACE, NOBODY)) {
            if (account.works()) {
                return account;
            }
        }
        throw new StartupException(
                ExitCode.DATABASE,
                "PostgreSQL does not run as root and this machine lets root become nobody else;"
                        + " start as an ordinary user, or set lbaas.db.url");
    }

    List<String> command(Path program, List<String> arguments) {
        List<String> command = new ArrayList<>(prefix);
        command.add(program.toString());
        command.addAll(arguments);
        return command;
    }

    /** Gives a file or a whole directory to the account. */
    void own(Path path) {
        if (this == NOBODY) {
            Command.run(LIMIT, "chown", "-R", "65534:65534", path.toString());
        }
    }

    private boolean works() {
        try {
            return Command.run(LIMIT, Map.of(), "", command(Path.of("true"), List.of()))
                    .succeeded();
        } catch (UncheckedIOException e) {
            return false;
        }
    }
}
