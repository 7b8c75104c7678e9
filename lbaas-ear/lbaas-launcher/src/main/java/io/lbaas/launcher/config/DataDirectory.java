package io.lbaas.launcher.config;

import io.lbaas.launcher.ExitCode;
import io.lbaas.launcher.StartupException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;

/** Everything that outlives the process: database, broker store, transaction logs, secrets and log files. */
public final class DataDirectory {
    private final Path root;

    private DataDirectory(Path root) {
        this.root = root;
    }

    public static DataDirectory open(Path root) {
        try {
            Files.createDirectories(root);
            Files.deleteIfExists(Files.createTempFile(root, "writable", null));
            return new DataDirectory(root);
        } catch (IOException e) {
            throw new StartupException(ExitCode.DATA_DIRECTORY, "the data directory " + root + " is not writable", e);
        }
    }

    /** Held until the process ends, however it ends. */
    public FileLock lock() {
        try {
            FileChannel channel =
                    FileChannel.open(root.resolve("lbaas.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            FileLock lock = channel.tryLock();
            if (lock == null) {
                channel.close();
                throw new StartupException(ExitCode.ALREADY_RUNNING, "already running with the data directory " + root);
            }
            return lock;
        } catch (IOException e) {
            throw new StartupException(ExitCode.DATA_DIRECTORY, "cannot lock the data directory " + root, e);
        }
    }

    public Path directory(String name) {
        try {
            return Files.createDirectories(root.resolve(name));
        } catch (IOException e) {
            throw new StartupException(ExitCode.DATA_DIRECTORY, "cannot create " + root.resolve(name), e);
        }
    }

    public Path logs() {
        return directory("logs");
    }

    /** A random value made at the first call and kept for ever, readable by the owner alone. */
    public Secret secret(String name) {
        return new Secret(kept("secrets/" + name, 24));
    }

    /** A file with a key for what tenants entrust to us, made at the first call and kept for ever. */
    public Path tlsKeys() {
        String name = "secrets/tls-keys";
        kept(name, 32);
        return root.resolve(name).toAbsolutePath();
    }

    /** A name for this node that no other node has and that survives restarts, as transaction recovery needs it. */
    public String nodeName() {
        return "lbaas-" + kept("node", 4);
    }

    private String kept(String name, int bytes) {
        Path file = directory("").resolve(name);
        try {
            if (!Files.exists(file)) {
                write(file, random(bytes));
            }
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new StartupException(ExitCode.DATA_DIRECTORY, "cannot read or write " + file, e);
        }
    }

    /** Moved into place whole, so that a crash leaves no half-written secret. */
    private void write(Path file, String value) throws IOException {
        directory("secrets");
        var ownerOnly = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        Path draft = Files.createTempFile(root, "draft", null, ownerOnly);
        Files.writeString(draft, value + System.lineSeparator());
        Files.move(draft, file);
    }

    private static String random(int bytes) {
        byte[] value = new byte[bytes];
        new SecureRandom().nextBytes(value);
        return HexFormat.of().formatHex(value);
    }
}
