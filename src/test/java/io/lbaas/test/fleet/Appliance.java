package io.lbaas.test.fleet;

import io.lbaas.driver.contract.TestAuthority;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;

/** An appliance, simulated on this host, with what may happen to one. It has a certificate of its own. */
interface Appliance extends AutoCloseable {
    String USER = "lbaas";
    String FIRST_PASSWORD = "the first of its passwords";

    /** The driver, which is the provider as well. */
    String driver();

    String url();

    TestAuthority.Issued identity();

    /** How an operator describes where it is. */
    default Map<String, String> settings() {
        return Map.of("url", url(), "certificate-sha256", identity().fingerprint());
    }

    /** Its user has another password from now on; sessions end. */
    void changePassword(String password);

    /** Whether a load balancer serves there. */
    boolean serves(UUID loadBalancer, UUID listener);

    /** Whether nothing is left of any load balancer but tombstones. */
    boolean empty();

    /** What it finds when it checks a member. */
    void member(UUID loadBalancer, String address, boolean up);

    /** Lets bytes come in by a listener. */
    void count(UUID loadBalancer, UUID listener, long bytes);

    /** Nothing that it is told from now on outlives its next start. */
    void neglectToSave();

    /** Starts again, and counts from nothing. */
    void reboot();

    /** How many changes it was asked for so far, whether it made them or not. */
    long asked();

    /** Turns changes away. */
    void beBusy();

    /** Needs that long for a change. */
    void beSlow(Duration time);

    /** Takes requests and answers none. */
    void hang();

    /** Is well again. */
    void heal();

    @Override
    void close();
}
