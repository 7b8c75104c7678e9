package io.lbaas.driver.host.local;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/** Keeps out other threads of this process and other processes of this host. */
final class LocalLock {
    /** Another process's lock can only be asked for again and again. */
    private static final Duration ASK_AGAIN = Duration.ofMillis(10);

    /** By file: closing a file gives up all locks of the process on it, so within one only threads may compete. */
    private static final Map<Path, ReentrantLock> THREADS = new ConcurrentHashMap<>();

    private final ReentrantLock threads;
    private final Path file;

    LocalLock(Path file) {
        this.file = file;
        threads = THREADS.computeIfAbsent(file, path -> new ReentrantLock());
    }

    /** Takes the lock, empty where it was not free before the deadline. */
    Optional<Closeable> take(Instant deadline) throws IOException, InterruptedException {
        long patience = Duration.between(Instant.now(), deadline).toNanos();
        if (!threads.tryLock(patience, TimeUnit.NANOSECONDS)) {
            return Optional.empty();
        }
        Held held = null;
        try {
            held = new Held(FileChannel.open(file, CREATE, WRITE));
            if (held.lock(deadline)) {
                return Optional.of(held);
            }
        } catch (IOException | InterruptedException e) {
            release(held);
            throw e;
        }
        release(held);
        return Optional.empty();
    }

    private void release(Held held) throws IOException {
        if (held == null) {
            threads.unlock();
        } else {
            held.close();
        }
    }

    /** The lock, while it is not closed. */
    private final class Held implements Closeable {
        private final FileChannel channel;

        private Held(FileChannel channel) {
            this.channel = channel;
        }

        private boolean lock(Instant deadline) throws IOException, InterruptedException {
            while (!tryLock()) {
                if (Instant.now().isAfter(deadline)) {
                    return false;
                }
                TimeUnit.NANOSECONDS.sleep(ASK_AGAIN.toNanos());
            }
            return true;
        }

        private boolean tryLock() throws IOException {
            try {
                return channel.tryLock() != null;
            } catch (OverlappingFileLockException e) {
                return false;
            }
        }

        @Override
        public void close() throws IOException {
            try {
                channel.close();
            } finally {
                threads.unlock();
            }
        }
    }
}
