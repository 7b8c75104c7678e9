package io.lbaas.driver.host.ssh;

import io.lbaas.driver.host.HostFiles;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.apache.sshd.sftp.client.SftpClient;
import org.apache.sshd.sftp.client.SftpClient.Attributes;
import org.apache.sshd.sftp.client.SftpClient.CloseableHandle;
import org.apache.sshd.sftp.client.SftpClient.OpenMode;
import org.apache.sshd.sftp.client.extensions.openssh.OpenSSHFsyncExtension;
import org.apache.sshd.sftp.client.extensions.openssh.OpenSSHPosixRenameExtension;
import org.apache.sshd.sftp.common.SftpConstants;
import org.apache.sshd.sftp.common.SftpException;

/** The files of a host over SFTP, with OpenSSH's extensions of it. */
final class SshFiles implements HostFiles {
    private static final int MAX_READ = 1 << 20;
    private static final int BLOCK = 1 << 15;
    private static final int OWNER_ONLY = 0600;
    private static final int OWNER_ONLY_DIRECTORY = 0700;

    private final SshHost host;

    SshFiles(SshHost host) {
        this.host = host;
    }

    private <T> T use(Path file, SshConnection.FileUse<T> use) throws IOException {
        try {
            return host.connection().files(use);
        } catch (SftpException e) {
            throw (IOException) refusal(file.toString(), e).initCause(e);
        }
    }

    private static FileSystemException refusal(String file, SftpException cause) {
        return switch (cause.getStatus()) {
            case SftpConstants.SSH_FX_NO_SUCH_FILE -> new NoSuchFileException(file);
            case SftpConstants.SSH_FX_PERMISSION_DENIED -> new AccessDeniedException(file);
            default -> new FileSystemException(file, null, cause.getMessage());
        };
    }

    /** Empty where there is no such file. */
    private <T> Optional<T> find(Path file, SshConnection.FileUse<T> use) throws IOException {
        try {
            return Optional.of(use(file, use));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    @Override
    public void createDirectory(Path directory) throws IOException {
        if (size(directory).isEmpty()) {
            createDirectory(directory.getParent());
            try {
                use(directory, files -> {
                    files.mkdir(directory.toString());
                    files.setStat(directory.toString(), mode(OWNER_ONLY_DIRECTORY));
                    return directory;
                });
            } catch (FileSystemException e) {
                // Another session made it in the meantime.
                if (size(directory).isEmpty()) {
                    throw e;
                }
            }
        }
    }

    private static Attributes mode(int permissions) {
        Attributes attributes = new Attributes();
        attributes.setPermissions(permissions);
        return attributes;
    }

    @Override
    public void put(Path file, String text) throws IOException {
        Path draft = file.resolveSibling(file.getFileName() + ".draft");
        write(draft, text, true);
        move(draft, file);
    }

    @Override
    public void write(Path file, String text) throws IOException {
        write(file, text, false);
    }

    private void write(Path file, String text, boolean durably) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        use(file, files -> {
            try (CloseableHandle handle =
                    files.open(file.toString(), EnumSet.of(OpenMode.Write, OpenMode.Create, OpenMode.Truncate))) {
                // Before there is anything in it to read.
                files.setStat(handle, mode(OWNER_ONLY));
                for (int from = 0; from < bytes.length; from += BLOCK) {
                    files.write(handle, from, bytes, from, Math.min(BLOCK, bytes.length - from));
                }
                if (durably) {
                    sync(files, handle);
                }
            }
            return file;
        });
    }

    private static void sync(SftpClient files, SftpClient.Handle handle) throws IOException {
        OpenSSHFsyncExtension fsync = files.getExtension(OpenSSHFsyncExtension.class);
        if (fsync != null && fsync.isSupported()) {
            fsync.fsync(handle);
        }
    }

    @Override
    public void move(Path from, Path to) throws IOException {
        use(from, files -> {
            OpenSSHPosixRenameExtension rename = files.getExtension(OpenSSHPosixRenameExtension.class);
            if (rename == null || !rename.isSupported()) {
                throw new IOException("The host's SFTP server does not offer posix-rename@openssh.com");
            }
            rename.posixRename(from.toString(), to.toString());
            return to;
        });
    }

    @Override
    public void link(Path file, Path link) throws IOException {
        use(file, files -> {
            HardLink.of(files).link(file.toString(), link.toString());
            return link;
        });
    }

    @Override
    public void delete(Path file) throws IOException {
        find(file, files -> {
            files.remove(file.toString());
            return file;
        });
    }

    @Override
    public void sync(Path directory) throws IOException {
        use(directory, files -> {
            try (CloseableHandle handle = files.open(directory.toString(), EnumSet.of(OpenMode.Read))) {
                sync(files, handle);
            }
            return directory;
        });
    }

    @Override
    public Optional<String> read(Path file) throws IOException {
        return find(file, files -> read(files, file, 0, Integer.MAX_VALUE));
    }

    @Override
    public String read(Path file, long from) throws IOException {
        return find(file, files -> read(files, file, from, MAX_READ)).orElse("");
    }

    private static String read(SftpClient files, Path file, long from, int most) throws IOException {
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        byte[] block = new byte[BLOCK];
        try (CloseableHandle handle = files.open(file.toString(), EnumSet.of(OpenMode.Read))) {
            int wanted;
            int count;
            do {
                wanted = Math.min(BLOCK, most - text.size());
                count = files.read(handle, from + text.size(), block, 0, wanted);
                text.write(block, 0, Math.max(0, count));
                // The protocol promises less than what was asked for at the end of a file only.
            } while (count == wanted && text.size() < most);
        }
        return text.toString(StandardCharsets.UTF_8);
    }

    @Override
    public Optional<Long> size(Path file) throws IOException {
        return find(file, files -> files.stat(file.toString()).getSize());
    }

    @Override
    public List<Path> list(Path directory) throws IOException {
        List<Path> found = new ArrayList<>();
        use(directory, files -> {
            for (SftpClient.DirEntry entry : files.readEntries(directory.toString())) {
                if (!entry.getFilename().equals(".") && !entry.getFilename().equals("..")) {
                    found.add(directory.resolve(entry.getFilename()));
                }
            }
            return found;
        });
        return found;
    }
}
