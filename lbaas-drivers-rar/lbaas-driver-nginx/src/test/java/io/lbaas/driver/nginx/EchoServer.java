package io.lbaas.driver.nginx;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;

/** Answers datagrams and connections of one port with its name, a blank and what it was sent. */
final class EchoServer implements AutoCloseable {
    private static final int PATIENCE_MILLIS = 1_000;
    private static final int MOST_BYTES = 1_500;

    private final DatagramSocket datagrams;
    private final ServerSocket connections;

    EchoServer() {
        try {
            InetAddress loopback = InetAddress.getLoopbackAddress();
            connections = new ServerSocket(0, 50, loopback);
            datagrams = new DatagramSocket(connections.getLocalPort(), loopback);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        start(this::echoDatagrams);
        start(this::echoConnections);
    }

    private static void start(Work work) {
        Thread thread = new Thread(() -> {
            try {
                work.run();
            } catch (IOException e) {
                // It was closed.
            }
        });
        thread.setDaemon(true);
        thread.start();
    }

    private interface Work {
        void run() throws IOException;
    }

    private void echoDatagrams() throws IOException {
        while (!datagrams.isClosed()) {
            DatagramPacket packet = new DatagramPacket(new byte[MOST_BYTES], MOST_BYTES);
            datagrams.receive(packet);
            byte[] answer = answer(new String(packet.getData(), 0, packet.getLength(), StandardCharsets.US_ASCII));
            datagrams.send(new DatagramPacket(answer, answer.length, packet.getSocketAddress()));
        }
    }

    private void echoConnections() throws IOException {
        while (!connections.isClosed()) {
            Socket socket = connections.accept();
            start(() -> {
                try (socket) {
                    String request = new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
                    socket.getOutputStream().write(answer(request));
                }
            });
        }
    }

    private byte[] answer(String request) {
        return (name() + " " + request).getBytes(StandardCharsets.US_ASCII);
    }

    int port() {
        return connections.getLocalPort();
    }

    String name() {
        return Integer.toString(port());
    }

    /** Sends one datagram from a port of its own and waits for the answer. */
    static String ask(InetSocketAddress address, String text) throws IOException {
        try (DatagramSocket socket = new DatagramSocket()) {
            socket.setSoTimeout(PATIENCE_MILLIS);
            byte[] request = text.getBytes(StandardCharsets.US_ASCII);
            socket.send(new DatagramPacket(request, request.length, address));
            DatagramPacket answer = new DatagramPacket(new byte[MOST_BYTES], MOST_BYTES);
            socket.receive(answer);
            return new String(answer.getData(), 0, answer.getLength(), StandardCharsets.US_ASCII);
        }
    }

    /** What comes back over one connection, nothing where it is closed. */
    static String connect(InetSocketAddress address, String text) throws IOException {
        try (Socket socket = open(address)) {
            socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
            socket.shutdownOutput();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
        } catch (SocketException e) {
            return "";
        }
    }

    static Socket open(InetSocketAddress address) throws IOException {
        Socket socket = new Socket();
        socket.setSoTimeout(5 * PATIENCE_MILLIS);
        socket.connect(address, PATIENCE_MILLIS);
        return socket;
    }

    @Override
    public void close() {
        datagrams.close();
        try {
            connections.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
