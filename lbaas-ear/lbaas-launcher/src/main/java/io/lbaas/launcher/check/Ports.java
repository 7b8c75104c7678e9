package io.lbaas.launcher.check;

import io.lbaas.launcher.ExitCode;
import io.lbaas.launcher.StartupException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;

/** Finds out about a port before the part that needs it fails on it with a longer story. */
public final class Ports {
    private Ports() {}

    /** The port itself, or a free one if it is 0. */
    public static int claim(String host, int port, String setting) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(address(host, setting), port), 1);
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new StartupException(
                    ExitCode.PORT_TAKEN,
                    "cannot listen on %s:%d (%s); choose another with %s"
                            .formatted(host, port, e.getMessage(), setting),
                    e);
        }
    }

    private static InetAddress address(String host, String setting) {
        try {
            return InetAddress.getByName(host);
        } catch (UnknownHostException e) {
            throw new StartupException(ExitCode.SETTINGS, "unknown host \"" + host + "\" (see " + setting + ")", e);
        }
    }
}
