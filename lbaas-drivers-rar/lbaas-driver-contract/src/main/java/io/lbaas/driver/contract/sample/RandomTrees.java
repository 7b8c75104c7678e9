package io.lbaas.driver.contract.sample;

import io.lbaas.driver.spi.Capabilities;
import io.lbaas.model.DesiredLoadBalancer;
import io.lbaas.model.ListenerProtocol;
import io.lbaas.model.PoolProtocol;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;

/** Random trees within a driver's capabilities, the same ones each time, with text that is valid and means something. */
public final class RandomTrees {
    private static final int FIRST_PORT = 20_000;
    private static final int MOST_WEIGHT = 256;
    private static final String TOKEN = "a'#$%&*+.^_`|~-!";
    private static final String PATH = "/a$%&()*+,-.:;<=>?@[]^_`{|}~!";
    private static final String URL = "a~!$&'()*+,;=:@/?.-_";
    private static final String VALUE = URL + "\"#%<>[\\]^`{|}";

    private final Capabilities can;
    private final Random random = new Random(7);
    private int number;

    private RandomTrees(Capabilities can) {
        this.can = can;
    }

    /** Endlessly many; each has a port of its own on addresses of this host. */
    public static Stream<DesiredLoadBalancer> within(Capabilities can) {
        RandomTrees trees = new RandomTrees(can);
        return Stream.generate(trees::next);
    }

    private DesiredLoadBalancer next() {
        ListenerProtocol listener;
        PoolProtocol pool;
        do {
            listener = any(can.listenerProtocols());
            pool = any(can.poolProtocols());
        } while (listener == ListenerProtocol.TERMINATED_HTTPS
                || !(listener == ListenerProtocol.PROMETHEUS || listener.accepts(pool)));
        boolean http = listener == ListenerProtocol.HTTP;
        SampleTree tree = new SampleTree(can)
                .port(FIRST_PORT + number++)
                .protocols(listener, pool)
                .vips(random.nextBoolean() ? "127.10.3.1" : "::1")
                .algorithm(any(can.algorithms()))
                .connectionLimit(random.nextBoolean() ? -1 : 1 + random.nextInt(1000))
                .persistence(random.nextInt(4) == 0 ? null : any(can.persistenceTypes()))
                .cookie(shuffled("a", TOKEN))
                .monitor(random.nextInt(5) == 0 ? null : any(can.monitorTypes()))
                .path(shuffled("/", PATH))
                .codes(random.nextBoolean() ? "200, 301" : "200-399")
                .member(random.nextBoolean() ? "10.1.1.1" : "fd00::1")
                .monitorAddress(random.nextBoolean() ? null : "10.1.1.2")
                .weight(random.nextInt(MOST_WEIGHT + 1))
                .backup(random.nextBoolean())
                .adminStateUp(random.nextInt(4) > 0)
                .cidrs(random.nextBoolean() ? null : Collections.nCopies(100, "10.0.0.0/8"));
        if (!http || random.nextBoolean()) {
            tree.headers(Map.of());
        }
        if (http && random.nextBoolean()) {
            tree.withPolicies()
                    .policies()
                    .header(random.nextBoolean() ? "X-Test" : shuffled("a", TOKEN))
                    .cookie(shuffled("a", TOKEN))
                    .value(shuffled(random.nextBoolean() ? "~*" : "-i", VALUE))
                    .regex(random.nextBoolean() ? "^/a b{1,2}'\"$" : "#\\d$|[^x;]")
                    .url(shuffled("http://a/%20%5B", URL))
                    .prefix(shuffled("https://a?", URL));
        }
        return tree.build();
    }

    /** Any of some values, null where there is none. */
    private <T> T any(Set<T> values) {
        List<T> sorted = values.stream().sorted().toList();
        return sorted.isEmpty() ? null : sorted.get(random.nextInt(sorted.size()));
    }

    private String shuffled(String first, String characters) {
        StringBuilder text = new StringBuilder(first);
        for (int i = 0; i < 8; i++) {
            text.append(characters.charAt(random.nextInt(characters.length())));
        }
        return text.toString();
    }
}
