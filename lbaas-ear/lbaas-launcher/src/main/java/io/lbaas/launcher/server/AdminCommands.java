package io.lbaas.launcher.server;

import fish.payara.micro.ClusterCommandResult;
import fish.payara.micro.boot.AdminCommandRunner;
import io.lbaas.launcher.ExitCode;
import io.lbaas.launcher.StartupException;
import java.util.ArrayList;
import java.util.List;

/** A list of administration commands, as one would type them after {@code asadmin}. */
final class AdminCommands {
    private static final String CONFIG = "configs.config.server-config.";

    private final List<List<String>> commands = new ArrayList<>();

    AdminCommands add(String... command) {
        commands.add(List.of(command));
        return this;
    }

    /** Sets an attribute of the server's configuration. */
    AdminCommands set(String attribute, Object value) {
        return add("set", CONFIG + attribute + "=" + value);
    }

    /** Micro would go on after a failed command, with half of its resources. */
    void run(AdminCommandRunner runner) {
        for (List<String> command : commands) {
            String[] arguments = command.subList(1, command.size()).toArray(String[]::new);
            ClusterCommandResult result = runner.run(command.get(0), arguments);
            if (result.getExitStatus() != ClusterCommandResult.ExitStatus.SUCCESS) {
                String subject = arguments[arguments.length - 1];
                throw new StartupException(
                        ExitCode.SERVER, "%s %s failed: %s".formatted(command.get(0), subject, result.getOutput()));
            }
        }
    }
}
