package io.lbaas.driver.bigip.simulator;

import java.util.regex.Pattern;

/** Reads addresses as AS3's format f5ip does: of either family, with or without a prefix length. */
final class Addresses {
    private static final String OCTET = "(25[0-5]|2[0-4]\\d|1?\\d?\\d)";
    private static final Pattern IPV4 = Pattern.compile(OCTET + "(\\." + OCTET + "){3}(/(3[0-2]|[12]?\\d))?");
    private static final Pattern IPV6 = Pattern.compile(
            "(([0-9a-fA-F]{1,4}:){7}[0-9a-fA-F]{1,4}|(?=.*::)(?!.*::.*::)[0-9a-fA-F:]{2,39})(/(12[0-8]|1[01]\\d|\\d?\\d))?");

    private Addresses() {}

    static boolean valid(String text) {
        return IPV4.matcher(text).matches() || IPV6.matcher(text).matches();
    }
}
