package io.lbaas.driver.haproxy.device;

import io.lbaas.driver.haproxy.DeviceSettings;
import io.lbaas.driver.haproxy.config.GlobalConfig;
import io.lbaas.driver.haproxy.process.Complaint;
import io.lbaas.driver.haproxy.process.Master;
import io.lbaas.driver.haproxy.runtime.MasterSocket;
import io.lbaas.driver.haproxy.runtime.Worker;
import io.lbaas.driver.host.Host;
import io.lbaas.driver.host.HostFiles;
import io.lbaas.driver.host.MasterProcess;
import io.lbaas.driver.spi.FailureKind;
import io.lbaas.driver.spi.StateAfter;
import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** Starts HAProxy, and makes it load what the files hold. */
final class Runner {
    private static final Duration LOOK_AGAIN = Duration.ofMillis(5);
    /** What was asked of a master that is about to begin anew is never answered. */
    private static final Duration MASTER_ANSWERS = Duration.ofMillis(500);

    private static final Duration STOPS = Duration.ofSeconds(5);

    private final DeviceSettings settings;
    private final HostFiles files;
    private final MasterProcess master;
    private final MasterSocket masterSocket;
    private final Worker worker;
    private final Scripts scripts;
    private final Traffic traffic;

    Runner(Host host, DeviceSettings settings) {
        files = host.files();
        this.settings = settings;
        master = Master.of(host, settings);
        masterSocket = new MasterSocket(host, settings.masterSocket());
        worker = new Worker(host, settings);
        scripts = new Scripts(host, settings);
        traffic = new Traffic(host, settings, worker, masterSocket);
    }

    Worker worker() {
        return worker;
    }

    Traffic traffic() {
        return traffic;
    }

    boolean running() throws IOException {
        return master.find().isPresent();
    }

    /** Starts HAProxy and waits until it serves this revision, or one that somebody else started serves some. */
    void start(String revision, Instant deadline) throws IOException, InterruptedException, DeviceException {
        writeGlobal(revision, deadline);
        files.write(settings.serverStateFile(), "1\n");
        long logEnd = master.logEnd();
        master.start();
        while (!serves(revision, "", deadline)) {
            if (!master.alive()) {
                if (running()) {
                    return; // Somebody else was quicker: what that one runs is looked at before the next change.
                }
                throw new DeviceException(
                        FailureKind.UNREACHABLE,
                        "HAProxy does not start: " + words(complaintsSince(logEnd)),
                        StateAfter.UNCHANGED);
            }
            pause(deadline);
        }
    }

    /** Makes a new worker load the files and waits until it serves them. */
    void reload(String revision, Instant deadline)
            throws IOException, InterruptedException, DeviceException, ReloadRefusedException {
        Worker.Identity before = traffic.keep(deadline);
        writeGlobal(revision, deadline);
        files.write(settings.serverStateFile(), worker.serversDown(deadline));
        master.trimLog();
        long logEnd = master.logEnd();
        request(deadline);
        while (!serves(revision, before.epoch(), deadline)) {
            if (failed()) {
                throw new ReloadRefusedException(complaintsSince(logEnd));
            }
            if (!running()) {
                throw new DeviceException(
                        FailureKind.TRANSIENT, "HAProxy ended: " + words(complaintsSince(logEnd)), StateAfter.UNKNOWN);
            }
            pause(deadline);
        }
    }

    void stop() throws IOException, InterruptedException {
        master.stop(Instant.now().plus(STOPS));
    }

    /** The master takes no commands for a moment after each reload. */
    private void request(Instant deadline) throws DeviceException, InterruptedException {
        while (true) {
            try {
                masterSocket.reload(masterDeadline());
                return;
            } catch (ConnectException | SocketTimeoutException e) {
                pause(deadline);
            } catch (IOException e) {
                return; // The master went down to come up again before it had answered.
            }
        }
    }

    private boolean serves(String revision, String formerEpoch, Instant deadline) throws SocketTimeoutException {
        try {
            Worker.Identity now = worker.identity(deadline);
            return now.revision().equals(revision) && !now.epoch().equals(formerEpoch);
        } catch (SocketTimeoutException e) {
            throw e;
        } catch (IOException e) {
            return false;
        }
    }

    private boolean failed() {
        try {
            return masterSocket.lastReloadFailed(masterDeadline());
        } catch (IOException e) {
            return false; // It is not known yet.
        }
    }

    private static Instant masterDeadline() {
        return Instant.now().plus(MASTER_ANSWERS);
    }

    private void writeGlobal(String revision, Instant deadline) throws IOException, InterruptedException {
        scripts.write(deadline);
        files.put(settings.globalFile(), GlobalConfig.render(settings, revision));
    }

    private List<Complaint> complaintsSince(long logEnd) throws IOException {
        return Complaint.parse(master.logSince(logEnd));
    }

    private static String words(List<Complaint> complaints) {
        return complaints.stream().map(Complaint::words).collect(Collectors.joining("; "));
    }

    private static void pause(Instant deadline) throws DeviceException, InterruptedException {
        if (Instant.now().isAfter(deadline)) {
            throw new DeviceException(
                    FailureKind.TIMEOUT_UNKNOWN, "HAProxy did not serve in time what it was given", StateAfter.UNKNOWN);
        }
        TimeUnit.NANOSECONDS.sleep(LOOK_AGAIN.toNanos());
    }
}
