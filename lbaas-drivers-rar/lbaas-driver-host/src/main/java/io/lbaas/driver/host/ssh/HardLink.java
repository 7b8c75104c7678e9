package io.lbaas.driver.host.ssh;

import java.io.IOException;
import java.util.Map;
import org.apache.sshd.common.util.buffer.Buffer;
import org.apache.sshd.sftp.client.RawSftpClient;
import org.apache.sshd.sftp.client.SftpClient;
import org.apache.sshd.sftp.client.extensions.SftpClientExtensionFactory;
import org.apache.sshd.sftp.client.extensions.helpers.AbstractSftpClientExtension;

/** OpenSSH's {@code hardlink@openssh.com}. */
final class HardLink extends AbstractSftpClientExtension {
    static final String NAME = "hardlink@openssh.com";

    private HardLink(SftpClient client, RawSftpClient raw, Map<String, byte[]> offered) {
        super(NAME, client, raw, offered);
    }

    static HardLink of(SftpClient client) {
        return (HardLink) client.getExtension(new Factory());
    }

    void link(String file, String link) throws IOException {
        Buffer buffer = getCommandBuffer(file.length() + link.length());
        buffer.putString(file);
        buffer.putString(link);
        sendAndCheckExtendedCommandStatus(buffer);
    }

    private static final class Factory implements SftpClientExtensionFactory {
        @Override
        public String getName() {
            return NAME;
        }

        @Override
        public HardLink create(
                SftpClient client, RawSftpClient raw, Map<String, byte[]> extensions, Map<String, ?> parsed) {
            return new HardLink(client, raw, extensions);
        }
    }
}
