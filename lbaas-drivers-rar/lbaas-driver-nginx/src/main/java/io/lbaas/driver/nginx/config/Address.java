package io.lbaas.driver.nginx.config;

import io.lbaas.driver.spi.IpLiteral;
import java.net.InetAddress;
import java.util.Comparator;
import java.util.regex.Pattern;

/** Spells IP addresses as nginx and its host do. */
final class Address {
    private static final Pattern ZEROS = Pattern.compile("(?:^|:)0(?::0)+(?=:|$)");

    private Address() {}

    /**
     * A network in canonical spelling, {@code address/length}.
     *
     * @throws IllegalArgumentException where the text is none
     */
    static String cidr(String text) {
        IpLiteral.Network network = IpLiteral.network(text);
        return text(network.address()) + "/" + network.length();
    }

    /** The longest run of zeros is left out (RFC 5952). */
    static String text(InetAddress address) {
        String text = address.getHostAddress();
        return ZEROS.matcher(text)
                .results()
                .max(Comparator.comparingInt(run -> run.end() - run.start()))
                .map(run -> text.substring(0, run.start()) + ":"
                        + (run.end() == text.length() ? ":" : text.substring(run.end())))
                .orElse(text);
    }
}
