package io.lbaas.driver.host.vip;

import io.lbaas.driver.spi.DeviceSpec;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * How a device comes by VIPs, by its settings {@code vip-plumbing}, {@code interface}, {@code vip-mark} and {@code sudo}.
 *
 * @param interfaceName where the driver adds addresses, empty where it does not
 * @param mark a metric that the driver's addresses have and no others; devices that share an interface need different ones
 * @param sudo whether commands for it go through sudo
 */
public record VipSettings(Mode mode, String interfaceName, int mark, boolean sudo) {
    private static final int MARKS_OF_PROCESSES = 1 << 30;
    private static final Pattern INTERFACE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,14}");

    /** Who sees to it that the device has an address. */
    public enum Mode {
        /** They are there before a load balancer is. */
        EXISTING,
        /** Traffic is led to the device; load balancers bind what it does not have. */
        TRANSPARENT,
        /** The driver adds them to an interface, and takes them away. */
        INTERFACE
    }

    /**
     * Reads them.
     *
     * @throws IllegalArgumentException in words for the operator where a setting is missing or wrong
     */
    public static VipSettings of(DeviceSpec spec) {
        Mode mode = mode(spec.setting("vip-plumbing", "existing"));
        String name = mode == Mode.INTERFACE ? spec.setting("interface", "") : "";
        if (mode == Mode.INTERFACE && !INTERFACE.matcher(name).matches()) {
            throw new IllegalArgumentException("The setting interface must be the name of a network interface");
        }
        return new VipSettings(
                mode,
                name,
                mark(spec.setting("vip-mark", "7652")),
                Boolean.parseBoolean(spec.setting("sudo", "false")));
    }

    private static int mark(String text) {
        try {
            int mark = Integer.parseInt(text);
            if (mark > 0) {
                return mark;
            }
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("The setting vip-mark is not a number", e);
        }
        throw new IllegalArgumentException("The setting vip-mark must be positive");
    }

    private static Mode mode(String text) {
        for (Mode mode : Mode.values()) {
            if (mode.name().toLowerCase(Locale.ROOT).equals(text)) {
                return mode;
            }
        }
        throw new IllegalArgumentException("The setting vip-plumbing must be existing, transparent or interface");
    }

    /** As these, with a mark for one process of a device: its addresses are not another's. */
    public VipSettings apart(String process) {
        int bits = MARKS_OF_PROCESSES - 1;
        return new VipSettings(mode, interfaceName, MARKS_OF_PROCESSES | (process.hashCode() & bits), sudo);
    }

    /** Whether load balancers bind addresses that the device may not have yet. */
    public boolean bindsFreely() {
        return mode != Mode.EXISTING;
    }
}
