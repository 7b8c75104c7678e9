package io.lbaas.launcher.config;

/** A value that must not be printed. */
public record Secret(String value) {
    @Override
    public String toString() {
        return "********";
    }
}
