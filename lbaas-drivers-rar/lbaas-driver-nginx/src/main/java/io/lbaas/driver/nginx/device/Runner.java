package io.lbaas.driver.nginx.device;

import io.lbaas.driver.host.Host;
import io.lbaas.driver.nginx.DeviceSettings;
import io.lbaas.driver.nginx.config.MainConfig;
import io.lbaas.driver.nginx.process.Complaint;
import io.lbaas.driver.nginx.process.Master;
import io.lbaas.driver.nginx.process.Workers;
import io.lbaas.driver.spi.FailureKind;
import io.lbaas.driver.spi.StateAfter;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** Starts nginx, and makes it load what the files hold. */
final class Runner {
    private static final Duration LOOK_AGAIN = Duration.ofMillis(5);
    private static final Duration STOPS = Duration.ofSeconds(5);

    private final Host host;
    private final DeviceSettings settings;
    private final Master master;
    private final Workers workers;

    Runner(Host host, DeviceSettings settings) {
        this.host = host;
        this.settings = settings;
        master = new Master(host, settings);
        workers = new Workers(host, settings);
    }

    Workers workers() {
        return workers;
    }

    boolean running() throws IOException {
        return master.process().find().isPresent();
    }

    /** Starts nginx and waits until it serves this revision. */
    void start(String revision, Instant deadline) throws IOException, InterruptedException, DeviceException {
        write(revision);
        long logEnd = master.process().logEnd();
        master.start();
        while (!serves(revision, deadline)) {
            if (!master.process().alive()) {
                throw new DeviceException(
                        FailureKind.UNREACHABLE,
                        "nginx does not start: " + words(complaintsSince(logEnd)),
                        StateAfter.UNCHANGED);
            }
            pause(deadline);
        }
    }

    /**
     * Makes new workers load the files, and waits until they serve them and the old ones take nothing new. Where nginx
     * does not accept them, the old ones go on.
     */
    void reload(String revision, Instant deadline)
            throws IOException, InterruptedException, DeviceException, ReloadRefusedException {
        write(revision);
        master.process().trimLog();
        long logEnd = master.process().logEnd();
        List<Long> old = master.workers();
        master.reload();
        while (!serves(revision, deadline) || master.takeConnections(old)) {
            List<Complaint> complaints = complaintsSince(logEnd);
            if (Complaint.decided(complaints)) {
                throw new ReloadRefusedException(complaints.stream()
                        .filter(complaint -> complaints.size() == 1 || !complaint.summary())
                        .toList());
            }
            if (!running()) {
                throw new DeviceException(
                        FailureKind.TRANSIENT, "nginx ended: " + words(complaints), StateAfter.UNKNOWN);
            }
            pause(deadline);
        }
    }

    void stop() throws IOException, InterruptedException {
        master.process().stop(Instant.now().plus(STOPS));
    }

    /** Writes the file that nginx reads first. */
    void write(String revision) throws IOException {
        host.files().createDirectory(settings.directory().resolve("temp"));
        host.files().put(settings.mainFile(), MainConfig.render(settings, revision));
    }

    private boolean serves(String revision, Instant deadline) throws SocketTimeoutException {
        try {
            return workers.revision(deadline).equals(revision);
        } catch (SocketTimeoutException e) {
            throw e;
        } catch (IOException e) {
            return false;
        }
    }

    private List<Complaint> complaintsSince(long logEnd) throws IOException {
        return Complaint.parse(master.process().logSince(logEnd));
    }

    private static String words(List<Complaint> complaints) {
        return complaints.stream().map(Complaint::words).collect(Collectors.joining("; "));
    }

    private static void pause(Instant deadline) throws DeviceException, InterruptedException {
        if (Instant.now().isAfter(deadline)) {
            throw new DeviceException(
                    FailureKind.TIMEOUT_UNKNOWN, "nginx did not serve in time what it was given", StateAfter.UNKNOWN);
        }
        TimeUnit.NANOSECONDS.sleep(LOOK_AGAIN.toNanos());
    }
}
