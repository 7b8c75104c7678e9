package io.lbaas.driver.haproxy.config;

import java.util.Arrays;

/** The headers that a listener can add to requests. */
enum InsertHeader {
    X_FORWARDED_FOR("X-Forwarded-For") {
        @Override
        void render(ConfigWriter.Section frontend) {
            frontend.add("option forwardfor");
        }
    },
    X_FORWARDED_PORT("X-Forwarded-Port") {
        @Override
        void render(ConfigWriter.Section frontend) {
            frontend.add("http-request set-header X-Forwarded-Port", Word.quoted("%[dst_port]"));
        }
    },
    X_FORWARDED_PROTO("X-Forwarded-Proto") {
        @Override
        void render(ConfigWriter.Section frontend) {
            frontend.add("http-request set-header X-Forwarded-Proto http");
        }
    };

    private final String headerName;

    InsertHeader(String headerName) {
        this.headerName = headerName;
    }

    String headerName() {
        return headerName;
    }

    abstract void render(ConfigWriter.Section frontend);

    static boolean known(String name) {
        return Arrays.stream(values()).anyMatch(header -> header.headerName.equals(name));
    }
}
