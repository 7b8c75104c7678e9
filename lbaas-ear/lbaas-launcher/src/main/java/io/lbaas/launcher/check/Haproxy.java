package io.lbaas.launcher.check;

import io.lbaas.launcher.Console;
import io.lbaas.launcher.config.Settings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Sees to it that the local HAProxy device has a HAProxy to drive. */
public final class Haproxy {
    public static final String DEVICE = "haproxy";
    private static final String INSTALL = "apt-get install -y --no-install-recommends haproxy";

    private final Console console;
    private final AptPackage apt = new AptPackage("haproxy");

    public Haproxy(Console console) {
        this.console = console;
    }

    /** The settings with those devices that can work on this machine. */
    public Settings prepare(Settings settings) {
        boolean needed = settings.devices().contains(DEVICE);
        boolean root = "root".equals(System.getProperty("user.name"));
        switch (HaproxyAdvice.decide(needed, find().isPresent(), root, apt.available())) {
            case PRESENT -> console.step(DEVICE, find().orElseThrow().toString());
            case INSTALL -> {
                console.step(DEVICE, "missing; installing it with: " + INSTALL);
                apt.install();
            }
            case TELL -> console.step(DEVICE, "missing; install it with: sudo " + INSTALL);
            case NOT_NEEDED -> {}
        }
        return needed && find().isEmpty() ? withoutHaproxy(settings) : settings;
    }

    private Settings withoutHaproxy(Settings settings) {
        List<String> others =
                settings.devices().stream().filter(name -> !name.equals(DEVICE)).toList();
        List<String> usable = others.isEmpty() ? List.of("noop") : others;
        console.step(DEVICE, "going on without it; devices: " + String.join(", ", usable));
        return settings.withDevices(usable);
    }

    private static Optional<Path> find() {
        String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
        return Stream.concat(Stream.of(path.split(":")), Stream.of("/usr/sbin", "/usr/local/sbin"))
                .filter(directory -> !directory.isBlank())
                .map(directory -> Path.of(directory, "haproxy"))
                .filter(Files::isExecutable)
                .findFirst();
    }
}
