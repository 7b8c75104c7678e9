package io.lbaas.driver.host;

/**
 * A device that is a program on a host.
 *
 * @param <S> its settings
 */
public interface HostedDevice<S> {

    S settings();

    /** Starts what does not run; what cannot be started now is tried again soon. */
    void supervise();

    /** The agent ends, and with it the program where the settings say so. */
    void stop();
}
