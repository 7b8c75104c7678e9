package io.lbaas.driver.host;

import java.io.IOException;
import java.io.InputStream;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;

/** Listens on a Unix socket and answers what it was told, once it was told all. */
final class Echo implements AutoCloseable {
    private final ServerSocketChannel server;

    private Echo(Path socket) throws IOException {
        server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        server.bind(UnixDomainSocketAddress.of(socket));
    }

    static Echo at(Path socket) throws IOException {
        Echo echo = new Echo(socket);
        new Thread(echo::serve).start();
        return echo;
    }

    /** One that accepts nobody, so that nobody is answered. */
    static Echo silentAt(Path socket) throws IOException {
        return new Echo(socket);
    }

    private void serve() {
        while (true) {
            try (SocketChannel client = server.accept()) {
                InputStream in = Channels.newInputStream(client);
                ByteBuffer answer = ByteBuffer.wrap(in.readAllBytes());
                while (answer.hasRemaining()) {
                    client.write(answer);
                }
            } catch (ClosedChannelException e) {
                return;
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
