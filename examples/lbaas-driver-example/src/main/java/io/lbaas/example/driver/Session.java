package io.lbaas.example.driver;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.lbaas.driver.spi.DeviceSpec;
import io.lbaas.driver.spi.FailureKind;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Speaks to one appliance. Each request has a connection of its own, so that there is nothing to keep alive. */
final class Session {
    private static final Duration CONNECT = Duration.ofSeconds(2);
    private static final String END = ".";

    private final InetSocketAddress address;
    private final String password;

    private Session(InetSocketAddress address, String password) {
        this.address = address;
        this.password = password;
    }

    /** Reads the settings; {@link IllegalArgumentException} in words where they are of no use. */
    static Session with(DeviceSpec device) {
        String[] parts = device.setting("address", "").split(":", 2);
        if (parts.length < 2 || !parts[1].matches("\\d{1,5}")) {
            throw new IllegalArgumentException("The setting address must be host:port");
        }
        return new Session(
                new InetSocketAddress(parts[0], Integer.parseInt(parts[1])), device.credential("password", ""));
    }

    /** The lines of the answer to a request, of which the first is OK. */
    List<String> ask(List<String> request, Instant deadline) throws ApplianceException {
        try (Socket socket = new Socket()) {
            connect(socket, deadline);
            return converse(socket, request, deadline);
        } catch (IOException e) {
            throw new ApplianceException(FailureKind.TIMEOUT_UNKNOWN, "The appliance did not answer in time", e);
        }
    }

    private void connect(Socket socket, Instant deadline) throws ApplianceException {
        try {
            socket.connect(address, Math.min((int) CONNECT.toMillis(), millisTo(deadline)));
        } catch (IOException e) {
            throw new ApplianceException(
                    FailureKind.UNREACHABLE, "No connection to " + address + ": " + e.getMessage(), e);
        }
    }

    private List<String> converse(Socket socket, List<String> request, Instant deadline)
            throws IOException, ApplianceException {
        socket.setSoTimeout(millisTo(deadline));
        var out = new PrintWriter(socket.getOutputStream(), false, UTF_8);
        out.println(password);
        request.forEach(out::println);
        out.println(END);
        out.flush();
        var in = new BufferedReader(new InputStreamReader(socket.getInputStream(), UTF_8));
        String word = in.readLine();
        if (word == null) {
            throw new IOException("The appliance hung up");
        }
        if (!word.equals("OK")) {
            throw refusal(word);
        }
        return in.lines().takeWhile(line -> !line.equals(END)).toList();
    }

    private static ApplianceException refusal(String word) {
        String[] parts = word.split(" ", 2);
        FailureKind kind =
                switch (parts[0]) {
                    case "DENIED" -> FailureKind.AUTH;
                    case "BUSY" -> FailureKind.BUSY;
                    case "STALE" -> FailureKind.STALE_GENERATION;
                    default -> FailureKind.DEVICE_REFUSED;
                };
        return new ApplianceException(kind, word);
    }

    private static int millisTo(Instant deadline) {
        return (int) Math.max(1, Duration.between(Instant.now(), deadline).toMillis());
    }
}
