package io.lbaas.test.fleet;

import io.lbaas.test.harness.Api;
import java.util.List;

/** The devices of a server. */
final class Fleet {
    private Fleet() {}

    /** Keeps the devices that a server is born with out of the way of those of tests. */
    static void claim(Api api) {
        List.of("noop", "local-haproxy").forEach(name -> Member.named(api, name).state("DISABLED"));
    }
}
