package io.lbaas.driver.nginx;

import java.io.IOException;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;

/** Ports that nobody has on any address. */
final class Ports {
    static final int COUNT = 16;

    private Ports() {}

    /** The first of {@link #COUNT} free ports in a row, below those that the system gives to clients. */
    static int free() {
        return ThreadLocalRandom.current()
                .ints(24_000, 32_000)
                .filter(first -> IntStream.range(first, first + COUNT).allMatch(Ports::isFree))
                .findFirst()
                .orElseThrow();
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket(port)) {
            return socket.isBound();
        } catch (IOException e) {
            return false;
        }
    }
}
