package io.lbaas.driver.haproxy.runtime;

import java.util.stream.Collectors;

/**
 * What a reload takes over from the worker before it: only that a check found a server down. All else, weights and
 * maintenance, is what the configuration says.
 */
final class ServerState {
    private static final int OPERATIONAL = 5;
    private static final int ADMINISTRATIVE = 6;

    private ServerState() {}

    static String down(String state) {
        return state.lines()
                        .filter(line -> line.equals("1") || line.startsWith("#") || isDown(line.split(" ")))
                        .collect(Collectors.joining("\n"))
                + "\n";
    }

    private static boolean isDown(String[] fields) {
        return fields.length > ADMINISTRATIVE && fields[OPERATIONAL].equals("0") && fields[ADMINISTRATIVE].equals("0");
    }
}
