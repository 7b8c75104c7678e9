package io.lbaas.driver.haproxy.runtime;

/** The running worker does not take a command, in its own words; a reload does what it could not. */
public final class RuntimeRefusedException extends Exception {
    private static final long serialVersionUID = 1;

    RuntimeRefusedException(String words) {
        super(words);
    }
}
