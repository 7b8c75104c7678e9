package io.lbaas.driver.host.store;

import io.lbaas.driver.host.HostFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The last good form of every file that a change in progress replaces: a link to the file, or an empty file where there
 * was none. What is found here after a crash was never confirmed and is undone.
 */
final class UndoLog {
    private final HostFiles files;
    private final Path directory;

    UndoLog(HostFiles files, Path directory) {
        this.files = files;
        this.directory = directory;
    }

    void remember(Path file) throws IOException {
        Path link = directory.resolve(file.getFileName());
        if (files.size(file).isPresent()) {
            files.link(file, link);
        } else {
            files.write(link, "");
        }
    }

    boolean isEmpty() throws IOException {
        return files.list(directory).isEmpty();
    }

    /** The last good text of a file that is being replaced, empty text where there was none. */
    Optional<String> lastGood(Path file) throws IOException {
        return files.read(directory.resolve(file.getFileName()));
    }

    /** Puts everything back to where it was. */
    void undo(Path target) throws IOException {
        for (Path link : files.list(directory)) {
            Path file = target.resolve(link.getFileName());
            if (files.size(link).filter(size -> size > 0).isEmpty()) {
                files.delete(file);
            } else {
                files.move(link, file);
            }
            // Still there where it was empty, or was a link to the very file: renaming that is no change.
            files.delete(link);
        }
        files.sync(target);
    }

    /** Makes what was remembered survive a power failure, before anything is replaced. */
    void sync() throws IOException {
        files.sync(directory);
    }

    /** Forgets it, for good: what came back after a power failure would undo what was confirmed. */
    void clear() throws IOException {
        for (Path link : files.list(directory)) {
            files.delete(link);
        }
        files.sync(directory);
    }
}
