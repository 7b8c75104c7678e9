package io.lbaas.driver.haproxy.runtime;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A load balancer's configuration, taken apart into what a running worker can be told and what it cannot.
 *
 * @param fixed lines whose change needs a reload, without what stands elsewhere here
 * @param files named by these lines, in their order
 * @param servers by backend and name
 * @param limits of connections, by frontend
 * @param cookieKeys by backend
 */
record Parts(
        List<String> fixed,
        List<FileUse> files,
        Map<String, ServerLine> servers,
        Map<String, String> limits,
        Map<String, String> cookieKeys) {
    private static final String LIMIT = "    maxconn ";
    private static final String COOKIE_KEY = "    dynamic-cookie-key ";

    static Parts of(List<String> lines) {
        Parts parts = new Parts(
                new ArrayList<>(), new ArrayList<>(), new LinkedHashMap<>(), new LinkedHashMap<>(), new HashMap<>());
        String section = "";
        for (String line : lines) {
            if (!line.startsWith(" ")) {
                section = line.substring(line.indexOf(' ') + 1);
            }
            parts.add(section, line);
        }
        return parts;
    }

    private void add(String section, String line) {
        Optional<ServerLine> server = ServerLine.parse(section, line);
        if (server.isPresent()) {
            servers.put(server.get().path(), server.get());
        } else if (line.startsWith(LIMIT)) {
            limits.put(section, line.substring(LIMIT.length()));
            fixed.add(LIMIT);
        } else {
            if (line.startsWith(COOKIE_KEY)) {
                cookieKeys.put(section, line.substring(COOKIE_KEY.length()));
            }
            files.addAll(FileUse.of(line));
            fixed.add(FileUse.masked(line));
        }
    }
}
