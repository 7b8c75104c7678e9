package io.lbaas.example.appliance;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;

/**
 * A device that forwards TCP connections: {@code Appliance PORT PASSWORD}. It is managed at that port of 127.0.0.1. A request
 * is a password, a command and its lines, and an answer a word and its lines, each ended by a line with a dot. It forgets
 * everything when it ends, as appliances do that nobody told to save.
 */
public final class Appliance implements AutoCloseable {
    private static final String END = ".";

    private final ExecutorService threads = Executors.newCachedThreadPool(work -> {
        Thread thread = new Thread(work, "appliance");
        thread.setDaemon(true);
        return thread;
    });
    private final Map<String, Kept> kept = new TreeMap<>();
    private final Map<InetSocketAddress, Forward> forwards = new HashMap<>();
    private final String password;
    private final ServerSocket door;

    /** Starts one; port 0 takes any that is free. */
    public Appliance(int port, String password) {
        this.password = password;
        try {
            door = new ServerSocket(port, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        threads.execute(this::accept);
    }

    public static void main(String[] args) throws InterruptedException {
        try (Appliance appliance = new Appliance(Integer.parseInt(args[0]), args[1])) {
            Thread.currentThread().join();
        }
    }

    public int port() {
        return door.getLocalPort();
    }

    @Override
    public void close() {
        try {
            door.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        synchronized (this) {
            forwards.values().forEach(Forward::close);
        }
        threads.shutdownNow();
    }

    private void accept() {
        while (!door.isClosed()) {
            try {
                Socket client = door.accept();
                threads.execute(() -> serve(client));
            } catch (IOException e) {
                return; // The door was closed.
            }
        }
    }

    private void serve(Socket client) {
        try (client;
                var in = new BufferedReader(new InputStreamReader(client.getInputStream(), UTF_8));
                var out = new PrintWriter(client.getOutputStream(), true, UTF_8)) {
            List<String> request =
                    in.lines().takeWhile(line -> !line.equals(END)).toList();
            answer(request).forEach(out::println);
            out.println(END);
        } catch (IOException | UncheckedIOException e) {
            // The client went away.
        }
    }

    private List<String> answer(List<String> request) {
        if (request.size() < 2 || !request.get(0).equals(password)) {
            return List.of("DENIED");
        }
        String[] command = request.get(1).split(" ", -1);
        List<String> lines = request.subList(2, request.size());
        synchronized (this) {
            return switch (command[0]) {
                case "LIST" -> list();
                case "GET" -> get(command[1]);
                case "PUT" -> put(command[1], new Kept(Long.parseLong(command[2]), command[3], lines));
                case "DELETE" -> put(command[1], new Kept(Long.parseLong(command[2]), "", List.of()));
                case "FORGET" -> forget(command[1]);
                case "CONNECTIONS" -> connections(lines);
                default -> List.of("REFUSED no such command");
            };
        }
    }

    private List<String> list() {
        List<String> answer = new ArrayList<>(List.of("OK"));
        kept.forEach((id, known) -> answer.add(id + " " + known.generation() + " " + known.digest()));
        return answer;
    }

    private List<String> get(String id) {
        Kept known = kept.getOrDefault(id, Kept.NOTHING);
        return Stream.concat(Stream.of("OK", known.generation() + " " + known.digest()), known.lines().stream())
                .toList();
    }

    private List<String> put(String id, Kept wanted) {
        Kept known = kept.getOrDefault(id, Kept.NOTHING);
        if (known.outruns(wanted.generation(), !wanted.present())) {
            return List.of("STALE " + known.generation());
        }
        try {
            forward(known.forwards().keySet(), wanted.forwards());
        } catch (IOException e) {
            return List.of("REFUSED " + e.getMessage());
        }
        kept.put(id, wanted);
        return List.of("OK");
    }

    /** Opens what is new before it closes what is not wanted any more; where that fails, all is as it was. */
    private void forward(Set<InetSocketAddress> before, Map<InetSocketAddress, List<InetSocketAddress>> after)
            throws IOException {
        Set<InetSocketAddress> opened = new HashSet<>();
        try {
            for (InetSocketAddress address : after.keySet()) {
                if (!forwards.containsKey(address)) {
                    forwards.put(address, new Forward(address, threads));
                    opened.add(address);
                }
            }
        } catch (IOException e) {
            opened.forEach(address -> forwards.remove(address).close());
            throw e;
        }
        after.forEach((address, members) -> forwards.get(address).handTo(members));
        before.stream()
                .filter(address -> !after.containsKey(address) && forwards.containsKey(address))
                .forEach(address -> forwards.remove(address).close());
    }

    private List<String> forget(String id) {
        if (!kept.getOrDefault(id, Kept.NOTHING).present()) {
            kept.remove(id);
        }
        return List.of("OK");
    }

    /** How many there were at each of some addresses, in their order. */
    private List<String> connections(List<String> addresses) {
        List<String> answer = new ArrayList<>(List.of("OK"));
        for (String address : addresses) {
            String[] words = address.split(" ", -1);
            Forward forward = forwards.get(new InetSocketAddress(words[0], Integer.parseInt(words[1])));
            answer.add(Long.toString(forward == null ? 0 : forward.connections()));
        }
        return answer;
    }
}
