package io.lbaas.driver.host.local;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;

/** Talks to Unix sockets: a connection for each exchange. */
final class UnixSocket {
    private static final int BUFFER_BYTES = 1 << 16;

    private UnixSocket() {}

    static String exchange(Path socket, String text, Instant deadline) throws IOException {
        try (SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX);
                Selector selector = Selector.open()) {
            channel.connect(UnixDomainSocketAddress.of(socket));
            channel.configureBlocking(false);
            SelectionKey key = channel.register(selector, SelectionKey.OP_WRITE);
            ByteBuffer request = StandardCharsets.UTF_8.encode(text);
            while (request.hasRemaining()) {
                await(selector, deadline);
                channel.write(request);
            }
            // HAProxy's master answers and waits for more until it is told that there is none.
            channel.shutdownOutput();
            key.interestOps(SelectionKey.OP_READ);
            return read(channel, selector, deadline);
        }
    }

    private static String read(SocketChannel channel, Selector selector, Instant deadline) throws IOException {
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        ByteBuffer buffer = ByteBuffer.allocate(BUFFER_BYTES);
        while (true) {
            await(selector, deadline);
            int count = channel.read(buffer.clear());
            if (count < 0) {
                return answer.toString(StandardCharsets.UTF_8);
            }
            answer.write(buffer.array(), 0, count);
        }
    }

    private static void await(Selector selector, Instant deadline) throws IOException {
        long patience = Duration.between(Instant.now(), deadline).toMillis();
        if (patience <= 0 || selector.select(patience) == 0) {
            throw new SocketTimeoutException("No answer came in time");
        }
        selector.selectedKeys().clear();
    }
}
