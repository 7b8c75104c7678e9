package io.lbaas.driver.spi;

/** A session with a device, lent by the server's pool; closing gives it back. */
public interface DriverConnection extends AutoCloseable {

    LoadBalancerDriver driver();

    /** Tells the pool that the session is of no more use, so that the next caller gets a new one. */
    void discard(Exception cause);

    @Override
    void close();
}
