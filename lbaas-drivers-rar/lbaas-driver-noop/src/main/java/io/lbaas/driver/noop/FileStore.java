package io.lbaas.driver.noop;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Keeps one file for each load balancer: its generation, its digest, and a line for each object. A file is replaced as
 * a whole, so that a crash leaves the old or the new one. Processes are kept apart by a lock on a file.
 */
final class FileStore implements Store {
    private static final String SUFFIX = ".lb";

    private final Path directory;
    /** File locks belong to the process; this one keeps its threads apart. */
    private final ReentrantLock threads = new ReentrantLock();

    FileStore(Path directory) {
        this.directory = directory;
        try {
            Files.createDirectories(directory);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Remembered get(UUID loadBalancerId) {
        try {
            List<String> text = Files.readAllLines(file(loadBalancerId));
            return new Remembered(Long.parseLong(text.get(0)), text.get(1), List.copyOf(text.subList(2, text.size())));
        } catch (NoSuchFileException e) {
            return Remembered.NOTHING;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void put(UUID loadBalancerId, Remembered remembered) {
        breakOff(loadBalancerId, remembered);
        try {
            Files.move(written(loadBalancerId), file(loadBalancerId), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void breakOff(UUID loadBalancerId, Remembered remembered) {
        List<String> text = Stream.concat(
                        Stream.of(Long.toString(remembered.generation()), remembered.digest()),
                        remembered.lines().stream())
                .toList();
        try {
            Files.write(written(loadBalancerId), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void forget(UUID loadBalancerId) {
        try {
            Files.deleteIfExists(file(loadBalancerId));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Map<UUID, Remembered> all() {
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(SUFFIX))
                    .map(name -> UUID.fromString(name.substring(0, name.length() - SUFFIX.length())))
                    .collect(Collectors.toMap(Function.identity(), this::get));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public <T> T exclusively(Supplier<T> work) {
        threads.lock();
        try (FileChannel channel = FileChannel.open(
                        directory.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock held = channel.lock()) {
            return held.isValid() ? work.get() : exclusively(work);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            threads.unlock();
        }
    }

    private Path written(UUID loadBalancerId) {
        return directory.resolve(loadBalancerId + ".new");
    }

    private Path file(UUID loadBalancerId) {
        return directory.resolve(loadBalancerId + SUFFIX);
    }
}
