package io.lbaas.driver.haproxy.process;

import io.lbaas.driver.haproxy.DeviceSettings;
import io.lbaas.driver.haproxy.config.GlobalConfig;
import io.lbaas.driver.host.Host;
import io.lbaas.driver.host.Release;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Asks HAProxy about configuration before it is used. */
public final class ConfigCheck {
    private static final Release OLDEST = new Release("HAProxy", 2, 6);

    /** A place where no file can be made. */
    private static final String NO_FILE = "/dev/null/none";

    private final DeviceSettings settings;
    private final Path scratch;
    private final Host host;

    public ConfigCheck(Host host, DeviceSettings settings, Path scratch) {
        this.host = host;
        this.settings = settings;
        this.scratch = scratch;
    }

    /**
     * What HAProxy has against a whole configuration, empty where it is valid.
     *
     * @throws IOException where HAProxy could not be asked
     */
    public List<Complaint> check(List<Path> files, Instant deadline) throws IOException, InterruptedException {
        return complaints(List.of("-c"), settings.globalFile(), files, deadline);
    }

    /**
     * What HAProxy has against binding what these files bind. It takes its addresses before it writes its process id,
     * which it cannot do here, so that it never serves.
     */
    public List<Complaint> bind(List<Path> files, Instant deadline) throws IOException, InterruptedException {
        Path global = scratch.resolve("bind-check.cfg");
        host.files().write(global, GlobalConfig.bindCheck(settings));
        return complaints(List.of("-D", "-p", NO_FILE), global, files, deadline);
    }

    /**
     * The first line of what {@code haproxy -v} prints.
     *
     * @throws IOException in words for the operator, where there is none that will do
     */
    public String version(Instant deadline) throws IOException, InterruptedException {
        return OLDEST.require(host, settings.binary(), deadline);
    }

    private List<Complaint> complaints(List<String> mode, Path global, List<Path> files, Instant deadline)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(settings.binary()));
        command.addAll(mode);
        command.add("-f");
        command.add(global.toString());
        for (Path file : files) {
            command.add("-f");
            command.add(file.toString());
        }
        Host.Ended result = host.run(command, deadline);
        List<Complaint> complaints = Complaint.parse(result.output());
        if (result.exit() != 0 && complaints.isEmpty()) {
            return List.of(new Complaint("", 0, "HAProxy ended with code " + result.exit()));
        }
        return result.exit() == 0 ? List.of() : complaints;
    }
}
