package io.lbaas.driver.host.ssh;

import io.lbaas.driver.host.HostFiles;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
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

    private <T> T use(SshConnection.FileUse<T> use) throws IOException {
        return host.connection().files(use);
    }

    /** Empty where there is no such file. */
    private <T> Optional<T> find(SshConnection.FileUse<T> use) throws IOException {
        try {
            return Optional.of(use(use));
        } catch (SftpException e) {
            if (e.getStatus() == SftpConstants.SSH_FX_NO_SUCH_FILE) {
                return Optional.empty();
            }
            throw e;
        }
    }

    @Override
    public void createDirectory(Path directory) throws IOException {
        if (size(directory).isEmpty()) {
            createDirectory(directory.getParent());
            try {
                use(files -> {
                    files.mkdir(directory.toString());
                    files.setStat(directory.toString(), mode(OWNER_ONLY_DIRECTORY));
                    return directory;
                });
            } catch (SftpException e) {
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
        use(files -> {
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
        use(files -> {
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
        use(files -> {
            HardLink.of(files).link(file.toString(), link.toString());
            return link;
        });
    }

    @Override
    public void delete(Path file) throws IOException {
        find(files -> {
            files.remove(file.toString());
            return file;
        });
    }

    @Override
    public void sync(Path directory) throws IOException {
        use(files -> {
            try (CloseableHandle handle = files.open(directory.toString(), EnumSet.of(OpenMode.Read))) {
                sync(files, handle);
            }
            return directory;
        });
    }

    @Override
    public Optional<String> read(Path file) throws IOException {
        return find(files -> read(files, file, 0, Integer.MAX_VALUE));
    }

    @Override
    public String read(Path file, long from) throws IOException {
        return find(files -> read(files, file, from, MAX_READ)).orElse("");
    }

    private static String read(SftpClient files, Path file, long from, int most) throws IOException {
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        byte[] block = new byte[BLOCK];
        try (CloseableHandle handle = files.open(file.toString(), EnumSet.of(OpenMode.Read))) {
            int count = 0;
            while (count >= 0 && text.size() < most) {
                count = files.read(handle, from + text.size(), block, 0, Math.min(BLOCK, most - text.size()));
                text.write(block, 0, Math.max(0, count));
            }
        }
        return text.toString(StandardCharsets.UTF_8);
    }

    @Override
    public Optional<Long> size(Path file) throws IOException {
        return find(files -> files.stat(file.toString()).getSize());
    }

    @Override
    public List<Path> list(Path directory) throws IOException {
        List<Path> found = new ArrayList<>();
        use(files -> {
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
