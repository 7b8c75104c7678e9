package io.lbaas.driver.nginx.process;

import io.lbaas.driver.host.Host;
import io.lbaas.driver.nginx.DeviceSettings;
import java.io.EOFException;
import java.io.IOException;
import java.time.Instant;

/** What nginx's workers say of themselves. */
public final class Workers {
    private static final String REQUEST = "GET / HTTP/1.0\r\n\r\n";
    private static final String END_OF_HEADERS = "\r\n\r\n";

    private final Host host;
    private final DeviceSettings settings;

    public Workers(Host host, DeviceSettings settings) {
        this.host = host;
        this.settings = settings;
    }

    /** The revision that the worker runs which answers first. */
    public String revision(Instant deadline) throws IOException {
        String answer = host.exchange(settings.statusSocket(), REQUEST, deadline);
        int end = answer.indexOf(END_OF_HEADERS);
        if (end < 0) {
            throw new EOFException("nginx did not answer");
        }
        return answer.substring(end + END_OF_HEADERS.length());
    }
}
