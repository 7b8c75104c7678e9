package io.lbaas.driver.bigip.simulator;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** What a simulated device does wrong; nothing by default. Any thread may switch anything at any time. */
public final class Faults {
    private volatile Duration taskTime = Duration.ofMillis(1);
    private volatile Duration answerTime = Duration.ZERO;
    private volatile boolean burst;
    private volatile boolean busy;
    private volatile boolean hang;
    private volatile boolean standby;
    private volatile boolean starting;
    private volatile boolean neverFinish;
    private volatile boolean loseRecords;
    private volatile boolean lie;
    private volatile String version = "3.56.0";
    private final AtomicInteger resets = new AtomicInteger();
    private final AtomicInteger unanswered = new AtomicInteger();
    private final Set<String> refusedAddresses = ConcurrentHashMap.newKeySet();

    /** How long the device works on a declaration. */
    public void taskTime(Duration time) {
        taskTime = time;
    }

    /** How long each answer takes. */
    public void answerTime(Duration time) {
        answerTime = time;
    }

    /** Whether declarations wait in a queue of ten instead of being turned away while one is worked on. */
    public void burst(boolean on) {
        burst = on;
    }

    /** The device works on somebody else's declaration. */
    public void busy(boolean on) {
        busy = on;
    }

    /** Takes requests and answers none. */
    public void hang(boolean on) {
        hang = on;
    }

    /** The other unit of the pair is the active one. */
    public void standby(boolean on) {
        standby = on;
    }

    /** AS3's process has not come up yet. */
    public void starting(boolean on) {
        starting = on;
    }

    /** Accepts declarations and never finishes them. */
    public void neverFinish(boolean on) {
        neverFinish = on;
    }

    /** Finishes and drops the record. */
    public void loseRecords(boolean on) {
        loseRecords = on;
    }

    /** Says that it is done, and does nothing. */
    public void lie(boolean on) {
        lie = on;
    }

    public void version(String as3) {
        version = as3;
    }

    /** Breaks so many of the next declarations off in the middle of the request, and does nothing. */
    public void resetNext(int declarations) {
        resets.set(declarations);
    }

    /** Accepts so many of the next declarations without an answer. */
    public void leaveNextUnanswered(int declarations) {
        unanswered.set(declarations);
    }

    /** Refuses tenants with a member of that address. */
    public void refuse(String address) {
        refusedAddresses.add(address);
    }

    Duration taskTime() {
        return taskTime;
    }

    Duration answerTime() {
        return answerTime;
    }

    boolean burst() {
        return burst;
    }

    boolean busy() {
        return busy;
    }

    boolean hang() {
        return hang;
    }

    boolean standby() {
        return standby;
    }

    boolean starting() {
        return starting;
    }

    boolean neverFinish() {
        return neverFinish;
    }

    boolean loseRecords() {
        return loseRecords;
    }

    boolean lie() {
        return lie;
    }

    String version() {
        return version;
    }

    boolean reset() {
        return resets.getAndUpdate(left -> Math.max(0, left - 1)) > 0;
    }

    boolean unanswered() {
        return unanswered.getAndUpdate(left -> Math.max(0, left - 1)) > 0;
    }

    Set<String> refusedAddresses() {
        return refusedAddresses;
    }
}
