package io.lbaas.example.appliance;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** Takes connections at one address and hands each to the next member. */
final class Forward {
    private static final int CONNECT_MILLIS = 2000;

    private final ServerSocket door = new ServerSocket();
    private final ExecutorService threads;
    private final AtomicInteger turn = new AtomicInteger();
    private final AtomicLong connections = new AtomicLong();
    private volatile List<InetSocketAddress> members = List.of();

    /** Begins to take connections; an address that cannot be had is an exception. */
    Forward(InetSocketAddress address, ExecutorService threads) throws IOException {
        this.threads = threads;
        door.setReuseAddress(true);
        door.bind(address);
        threads.execute(this::accept);
    }

    void handTo(List<InetSocketAddress> next) {
        members = next;
    }

    long connections() {
        return connections.get();
    }

    void close() {
        closeQuietly(door);
    }

    private void accept() {
        while (!door.isClosed()) {
            try {
                Socket client = door.accept();
                connections.incrementAndGet();
                threads.execute(() -> serve(client));
            } catch (IOException e) {
                return; // The door was closed.
            }
        }
    }

    private void serve(Socket client) {
        List<InetSocketAddress> now = members;
        Socket member = new Socket();
        try (client;
                member) {
            if (!now.isEmpty()) {
                member.connect(now.get(Math.floorMod(turn.getAndIncrement(), now.size())), CONNECT_MILLIS);
                threads.execute(() -> copy(member, client));
                copy(client, member);
            }
        } catch (IOException e) {
            // The member is not there; the client sees its connection closed.
        }
    }

    private static void copy(Socket from, Socket to) {
        try (InputStream in = from.getInputStream();
                OutputStream out = to.getOutputStream()) {
            in.transferTo(out);
        } catch (IOException e) {
            closeQuietly(from);
            closeQuietly(to);
        }
    }

    private static void closeQuietly(Closeable resource) {
        try {
            resource.close();
        } catch (IOException e) {
            // It is of no more use either way.
        }
    }
}
