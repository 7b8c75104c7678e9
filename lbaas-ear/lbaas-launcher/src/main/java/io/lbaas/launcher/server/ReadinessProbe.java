package io.lbaas.launcher.server;

import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Asks the application over HTTP whether it is ready, as its clients would. */
public final class ReadinessProbe {
    private static final int PAUSE_MILLIS = 100;

    private final URI address;

    public ReadinessProbe(URI address) {
        this.address = address;
    }

    /** Waits for a 200; returns the last answer if there was none in time, else nothing. */
    public Optional<String> await(Duration limit) throws InterruptedException {
        Instant deadline = Instant.now().plus(limit);
        String answer = ask();
        while (!answer.isEmpty()) {
            if (Instant.now().isAfter(deadline)) {
                return Optional.of(answer);
            }
            // The application tells nobody that it has become ready; it can only be asked again.
            Thread.sleep(PAUSE_MILLIS);
            answer = ask();
        }
        return Optional.empty();
    }

    private String ask() {
        try {
            HttpURLConnection connection = (HttpURLConnection) address.toURL().openConnection();
            connection.setConnectTimeout(1000);
            connection.setReadTimeout(5000);
            int status = connection.getResponseCode();
            return status == 200 ? "" : status + " " + body(connection);
        } catch (IOException e) {
            return e.getMessage();
        }
    }

    private static String body(HttpURLConnection connection) throws IOException {
        try (InputStream error = connection.getErrorStream()) {
            return error == null ? "" : new String(error.readNBytes(2000), StandardCharsets.UTF_8);
        }
    }
}
