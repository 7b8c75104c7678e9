package io.lbaas.driver.haproxy.runtime;

/**
 * A file that takes the place of another in a configuration that is the same otherwise.
 *
 * @param content of the file that comes; may be a private key
 */
record Replacement(FileKind kind, String before, String after, String content) {

    /** Without the content. */
    @Override
    public String toString() {
        return "Replacement[" + before + " by " + after + "]";
    }
}
