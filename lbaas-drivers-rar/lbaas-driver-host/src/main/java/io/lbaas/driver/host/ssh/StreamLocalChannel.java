package io.lbaas.driver.host.ssh;

import java.io.IOException;
import java.nio.file.Path;
import org.apache.sshd.client.channel.AsyncCapableClientChannel;
import org.apache.sshd.client.future.DefaultOpenFuture;
import org.apache.sshd.client.future.OpenFuture;
import org.apache.sshd.common.SshConstants;
import org.apache.sshd.common.SshException;
import org.apache.sshd.common.util.buffer.Buffer;

/** A connection to a Unix socket of the host, OpenSSH's {@code direct-streamlocal@openssh.com}. */
final class StreamLocalChannel extends AsyncCapableClientChannel {
    private final Path socket;

    StreamLocalChannel(Path socket) {
        super("direct-streamlocal@openssh.com", false);
        this.socket = socket;
    }

    @Override
    public synchronized OpenFuture open() throws IOException {
        if (closeFuture.isClosed()) {
            throw new SshException("The connection was lost");
        }
        openFuture = new DefaultOpenFuture(socket, futureLock);
        Buffer buffer = getSession().createBuffer(SshConstants.SSH_MSG_CHANNEL_OPEN);
        buffer.putString(getChannelType());
        buffer.putUInt(getChannelId());
        buffer.putUInt(getLocalWindow().getSize());
        buffer.putUInt(getLocalWindow().getPacketSize());
        buffer.putString(socket.toString());
        // Reserved.
        buffer.putString("");
        buffer.putUInt(0);
        writePacket(buffer);
        return openFuture;
    }
}
