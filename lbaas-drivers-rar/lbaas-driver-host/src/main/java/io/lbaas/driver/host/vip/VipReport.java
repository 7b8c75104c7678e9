package io.lbaas.driver.host.vip;

/**
 * What a host lacks for its VIPs.
 *
 * @param usable whether the driver can add and remove addresses, or need not
 * @param words what is wrong, empty where nothing is
 */
public record VipReport(boolean usable, String words) {
    static final VipReport GOOD = new VipReport(true, "");
}
