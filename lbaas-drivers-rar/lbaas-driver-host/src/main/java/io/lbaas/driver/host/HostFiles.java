package io.lbaas.driver.host;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The files of a host. What is made can be read by its owner only. What the host refuses to do with a file is told as a
 * {@link java.nio.file.FileSystemException}.
 */
public interface HostFiles {

    /** Makes a directory, and those above it, where it is not there. */
    void createDirectory(Path directory) throws IOException;

    /**
     * Makes a file have exactly this text, at once and surviving a power failure; its name survives one after
     * {@link #sync}. A crash can leave a draft beside it, whose name begins with the file's.
     */
    void put(Path file, String text) throws IOException;

    /** Writes a file that need not survive a power failure. */
    void write(Path file, String text) throws IOException;

    /** Gives a file another name, at once, in the place of any that has it. */
    void move(Path from, Path to) throws IOException;

    /** Gives a file a second name, which must be free. */
    void link(Path file, Path link) throws IOException;

    /** Deletes a file where it is there. */
    void delete(Path file) throws IOException;

    /** Makes the names in a directory survive a power failure. */
    void sync(Path directory) throws IOException;

    /** A file's text, empty where there is none. */
    Optional<String> read(Path file) throws IOException;

    /** A file's text from some byte on, at most a megabyte; no text where there is no file. */
    String read(Path file, long from) throws IOException;

    /** How many bytes a file has, empty where there is none. */
    Optional<Long> size(Path file) throws IOException;

    /** All that is in a directory. */
    List<Path> list(Path directory) throws IOException;
}
