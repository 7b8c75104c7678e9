package io.lbaas.driver.haproxy.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The last good form of every file that a change in progress replaces: a link to the file, or an empty file where there
 * was none. What is found here after a crash was never confirmed and is undone.
 */
final class UndoLog {
    private final Path directory;

    UndoLog(Path directory) {
        this.directory = directory;
    }

    void remember(Path file) throws IOException {
        Path link = directory.resolve(file.getFileName());
        if (Files.exists(file)) {
            Files.createLink(link, file);
        } else {
            Files.createFile(link);
        }
    }

    boolean isEmpty() throws IOException {
        return DurableFiles.list(directory).isEmpty();
    }

    /** The last good text of a file that is being replaced, empty text where there was none. */
    Optional<String> lastGood(Path file) throws IOException {
        return DurableFiles.read(directory.resolve(file.getFileName()));
    }

    /** Puts everything back to where it was. */
    void undo(Path target) throws IOException {
        for (Path link : DurableFiles.list(directory)) {
            Path file = target.resolve(link.getFileName());
            if (Files.size(link) == 0) {
                Files.deleteIfExists(file);
            } else {
                DurableFiles.move(link, file);
            }
            // Still there where it was empty, or was a link to the very file: renaming that is no change.
            Files.deleteIfExists(link);
        }
        DurableFiles.sync(target);
    }

    void clear() throws IOException {
        for (Path link : DurableFiles.list(directory)) {
            Files.delete(link);
        }
    }
}
