package io.lbaas.driver.nginx.config;

import io.lbaas.model.ListenerProtocol;

/** Which part of nginx reads a configuration: each has files of its own. */
public enum Context {
    HTTP("http"),
    STREAM("stream");

    private final String directive;

    Context(String directive) {
        this.directive = directive;
    }

    /** The directive that encloses it. */
    public String directive() {
        return directive;
    }

    /** What the names of its files end with. */
    public String suffix() {
        return "." + directive + ".conf";
    }

    static Context of(ListenerProtocol protocol) {
        return protocol.readsHttp() ? HTTP : STREAM;
    }
}
