package io.lbaas.driver.nginx.config;

import io.lbaas.model.DesiredLoadBalancer.Listener;
import io.lbaas.model.ListenerSpec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** What servers of both contexts have in common. */
final class ServerRenderer {
    /** Traffic is counted from this file. */
    public static final String TRAFFIC_LOG = "traffic.log";

    /** The least that nginx takes. */
    private static final int LIMIT_KILOBYTES = 32;

    private ServerRenderer() {}

    /** What stands outside of servers and is theirs alone. */
    static void shared(ConfigWriter.Block top, Listener listener, String counted) {
        top.add("log_format", Names.logFormat(listener.id()), Word.template(listener.id() + " " + counted));
        if (listener.spec().connectionLimit() > 0) {
            // One key for all, so that they are counted together.
            top.add(
                    "limit_conn_zone",
                    Word.literal("all"),
                    Word.joined(
                            Word.parameter("zone", Names.limit(listener.id())),
                            Word.literal(":"),
                            Word.kilobytes(LIMIT_KILOBYTES)));
        }
    }

    static void listen(ConfigWriter.Block server, List<String> addresses, ListenerSpec spec, Word... options) {
        for (String address : addresses) {
            List<Word> words = new ArrayList<>(List.of(Word.endpoint(address, spec.protocolPort())));
            words.addAll(Arrays.asList(options));
            server.add("listen", words);
        }
    }

    static void counted(ConfigWriter.Block server, Listener listener) {
        server.add(
                "access_log",
                Word.literal(TRAFFIC_LOG),
                Names.logFormat(listener.id()),
                Word.literal("buffer=64k"),
                Word.literal("flush=1s"));
        if (listener.spec().connectionLimit() > 0) {
            server.add(
                    "limit_conn",
                    Names.limit(listener.id()),
                    Word.number(listener.spec().connectionLimit()));
        }
    }

    static boolean restricted(ListenerSpec spec) {
        return spec.allowedCidrs() != null && !spec.allowedCidrs().isEmpty();
    }
}
