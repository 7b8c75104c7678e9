package io.lbaas.driver.nginx.process;

import io.lbaas.driver.host.Host;
import io.lbaas.driver.host.Release;
import io.lbaas.driver.nginx.DeviceSettings;
import io.lbaas.driver.nginx.config.MainConfig;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/** Asks nginx about configuration before it is used. */
public final class ConfigCheck {
    private static final Release OLDEST = new Release("nginx", 1, 22);

    private final Host host;
    private final DeviceSettings settings;
    private final Path scratch;

    public ConfigCheck(Host host, DeviceSettings settings, Path scratch) {
        this.host = host;
        this.settings = settings;
        this.scratch = scratch;
    }

    /**
     * What nginx has against a whole configuration, empty where it is valid. It binds addresses for that, so that one
     * which the host does not have is found; one that is taken is not.
     *
     * @throws IOException where nginx could not be asked
     */
    public List<Complaint> check(List<Path> files, Instant deadline) throws IOException, InterruptedException {
        // Beside the other one, because paths in it are relative to its directory.
        Path candidate = settings.directory().resolve("check.conf");
        host.files().write(candidate, MainConfig.check(settings, scratch, files));
        Host.Ended result = host.run(
                List.of(
                        settings.binary(),
                        "-t",
                        "-q",
                        "-p",
                        settings.directory() + "/",
                        "-c",
                        candidate.toString(),
                        "-e",
                        scratch.resolve("error.log").toString()),
                deadline);
        if (result.exit() == 0) {
            return List.of();
        }
        List<Complaint> complaints = Complaint.parse(result.output());
        return complaints.isEmpty()
                ? List.of(new Complaint("", 0, "nginx ended with code " + result.exit()))
                : complaints;
    }

    /**
     * The name and version that {@code nginx -v} prints.
     *
     * @throws IOException in words for the operator, where there is none that will do
     */
    public String version(Instant deadline) throws IOException, InterruptedException {
        return OLDEST.require(host, settings.binary(), deadline).replaceFirst("^nginx version: ", "");
    }
}
