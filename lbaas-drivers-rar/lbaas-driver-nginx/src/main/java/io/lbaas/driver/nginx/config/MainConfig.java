package io.lbaas.driver.nginx.config;

import io.lbaas.driver.nginx.DeviceSettings;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collection;
import java.util.stream.Collectors;

/** The file that nginx reads first: the process, variables that load balancers use, and where their files are. */
public final class MainConfig {
    private static final String TEMPLATE = template();

    private MainConfig() {}

    /** The configuration in service, which includes all files in their place. */
    public static String render(DeviceSettings settings, String revision) {
        return render(
                settings,
                revision,
                settings.directory(),
                context -> "include " + Word.quoted(settings.configs(context)) + ";");
    }

    /**
     * A configuration that includes these files, for a check.
     *
     * @param scratch a directory for what nginx makes when it is asked, so that it leaves the running one's alone
     */
    public static String check(DeviceSettings settings, Path scratch, Collection<Path> files) {
        return render(settings, "check", scratch, context -> files.stream()
                .filter(file -> file.toString().endsWith(context.suffix()))
                .map(file -> "include " + Word.quoted(file.toString()) + ";")
                .collect(Collectors.joining("\n    ")));
    }

    private interface Includes {
        String of(Context context);
    }

    private static String render(DeviceSettings settings, String revision, Path own, Includes includes) {
        return TEMPLATE.replace("@process@", process(settings))
                .replace(
                        "@connections@",
                        Word.number(settings.workerConnections()).toString())
                .replace("@own@", own.toString())
                .replace("@revision@", Word.literal(revision).toString())
                .replace("@http@", includes.of(Context.HTTP))
                .replace("@stream@", includes.of(Context.STREAM));
    }

    private static String process(DeviceSettings settings) {
        StringBuilder lines = new StringBuilder();
        if (!settings.streamModule().isEmpty()) {
            lines.append("load_module ")
                    .append(Word.quoted(settings.streamModule()))
                    .append(";\n");
        }
        if (!settings.workerUser().isEmpty()) {
            lines.append("user ").append(Word.literal(settings.workerUser())).append(";\n");
        }
        return lines.append("worker_processes ")
                .append(Word.literal(settings.workers()))
                .append(';')
                .toString();
    }

    private static String template() {
        try (InputStream file = MainConfig.class.getResourceAsStream("nginx.conf")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
