package io.lbaas.test.fleet;

import io.lbaas.driver.bigip.simulator.SimulatedBigip;
import io.lbaas.driver.contract.TestAuthority;
import java.time.Duration;
import java.util.UUID;

/** A simulated BIG-IP. */
final class BigipAppliance implements Appliance {
    private static final Duration USUALLY = Duration.ofMillis(20);

    private final TestAuthority.Issued identity = new TestAuthority().issue("bigip.example");
    private final SimulatedBigip bigip = new SimulatedBigip(0, identity);

    private boolean forgetful;

    BigipAppliance() {
        bigip.credentials(USER, FIRST_PASSWORD);
        bigip.faults().taskTime(USUALLY);
    }

    @Override
    public String driver() {
        return "bigip";
    }

    @Override
    public String url() {
        return bigip.url();
    }

    @Override
    public TestAuthority.Issued identity() {
        return identity;
    }

    @Override
    public void changePassword(String password) {
        bigip.credentials(USER, password);
        bigip.expireTokens();
    }

    @Override
    public boolean serves(UUID loadBalancer, UUID listener) {
        return bigip.listens(loadBalancer, listener);
    }

    @Override
    public boolean empty() {
        return bigip.listeners() == 0;
    }

    @Override
    public void member(UUID loadBalancer, String address, boolean up) {
        bigip.memberState(loadBalancer, address, up ? "up" : "down");
    }

    @Override
    public void count(UUID loadBalancer, UUID listener, long bytes) {
        bigip.traffic(loadBalancer, listener, bytes);
    }

    @Override
    public void neglectToSave() {
        forgetful = true;
    }

    @Override
    public void reboot() {
        bigip.reboot();
        if (forgetful) {
            bigip.deletePartitions();
        }
    }

    @Override
    public long asked() {
        return bigip.log().stream()
                .filter(line -> line.startsWith("POST /mgmt/shared/appsvcs/declare"))
                .count();
    }

    @Override
    public void beBusy() {
        bigip.faults().busy(true);
    }

    @Override
    public void beSlow(Duration time) {
        bigip.faults().taskTime(time);
    }

    @Override
    public void hang() {
        bigip.faults().hang(true);
    }

    /** Never finishes what it is told from now on. */
    void stall() {
        bigip.faults().neverFinish(true);
    }

    /** Starts AS3's process again, which cancels what it works on. */
    void restart() {
        bigip.restart();
        bigip.faults().neverFinish(false);
    }

    /** How often somebody asked after a task. */
    long polls() {
        return bigip.log().stream().filter(line -> line.contains("/task/")).count();
    }

    @Override
    public void heal() {
        forgetful = false;
        bigip.faults().busy(false);
        bigip.faults().hang(false);
        bigip.faults().taskTime(USUALLY);
    }

    @Override
    public void close() {
        bigip.close();
    }
}
