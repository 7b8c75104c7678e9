package io.lbaas.driver.contract;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** Ends the programs that tests work with. */
public final class Processes {
    private static final Duration LOOK_AGAIN = Duration.ofMillis(5);

    private Processes() {}

    /** Kills a process, then all that it started, and waits until none of them runs. */
    public static void kill(ProcessHandle process) {
        List<ProcessHandle> all =
                Stream.concat(Stream.of(process), process.descendants()).toList();
        all.forEach(ProcessHandle::destroyForcibly);
        await().atMost(10, SECONDS)
                .pollDelay(Duration.ZERO)
                .pollInterval(LOOK_AGAIN)
                .until(() -> all.stream().noneMatch(Processes::runs));
    }

    /** A process that has ended is there until its parent asks how, which a container's init may do seconds later. */
    private static boolean runs(ProcessHandle process) {
        try {
            String state = Files.readString(Path.of("/proc", Long.toString(process.pid()), "stat"));
            return !state.contains(") Z ");
        } catch (NoSuchFileException e) {
            return false;
        } catch (IOException e) {
            // It ends just now.
            return process.isAlive();
        }
    }
}
