package io.lbaas.driver.haproxy.runtime;

import java.util.Arrays;

/** What a file is good for, by the keyword before its name, with HAProxy's commands for it. */
enum FileKind {
    /** A certificate with its key. */
    IDENTITY("crt", "ssl cert"),
    /** A list of identities, which has no content of its own. */
    IDENTITIES("crt-list", ""),
    AUTHORITIES("ca-file", "ssl ca-file"),
    REVOCATIONS("crl-file", "ssl crl-file"),
    /** Networks that may connect. */
    ADDRESSES("-f", "acl");

    private final String keyword;
    private final String object;

    FileKind(String keyword, String object) {
        this.keyword = keyword;
        this.object = object;
    }

    /** What commands call it, empty where there are none. */
    String object() {
        return object;
    }

    static FileKind of(String keyword) {
        return Arrays.stream(values())
                .filter(kind -> kind.keyword.equals(keyword))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("Not a keyword before a file: " + keyword));
    }
}
