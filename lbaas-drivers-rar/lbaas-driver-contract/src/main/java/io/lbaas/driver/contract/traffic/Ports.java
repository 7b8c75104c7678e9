package io.lbaas.driver.contract.traffic;

import java.io.IOException;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/** Ports that nobody has on any address, below those that the system gives to clients. */
public final class Ports {
    /** How many there are in a row. */
    public static final int COUNT = 16;

    private static final int FIRST = 24_000;
    private static final int ROWS = 500;
    /** Where one process of tests begins to look, so that two seldom meet. */
    private static final AtomicInteger NEXT =
            new AtomicInteger(ThreadLocalRandom.current().nextInt(ROWS));

    private Ports() {}

    /** The first of {@link #COUNT} free ports in a row, none of which was given before. */
    public static int free() {
        return IntStream.generate(() -> FIRST + NEXT.getAndIncrement() % ROWS * COUNT)
                .limit(ROWS)
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
