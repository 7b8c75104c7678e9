package io.lbaas.driver.nginx.config;

import io.lbaas.model.PoolSpec;

/** How nginx chooses a member. */
enum Balance {
    ROUND_ROBIN,
    LEAST_CONNECTIONS {
        @Override
        void render(ConfigWriter.Block upstream) {
            upstream.add("least_conn");
        }
    },
    SOURCE_IP("$remote_addr"),
    SOURCE_IP_PORT("$remote_addr:$remote_port");

    private final String key;

    Balance() {
        this(null);
    }

    Balance(String key) {
        this.key = key;
    }

    /** Clients stay where their address leads them, whatever the algorithm. */
    static Balance of(PoolSpec pool) {
        return pool.sessionPersistence() == null ? valueOf(pool.lbAlgorithm().name()) : SOURCE_IP;
    }

    boolean hashes() {
        return key != null;
    }

    /** Consistent, so that few clients move when members come and go. */
    void render(ConfigWriter.Block upstream) {
        if (hashes()) {
            upstream.add("hash", Word.template(key), Word.literal("consistent"));
        }
    }
}
