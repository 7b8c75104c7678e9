package io.lbaas.driver.host.vip;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An address of an interface.
 *
 * @param alone whether there is no network around it
 * @param metric 0 where it has none; the one mark that the kernel keeps for addresses of both families
 */
record InterfaceAddress(InetAddress address, boolean alone, int metric) {
    private static final Pattern LINE =
            Pattern.compile("\\d+: \\S+ +(?:inet (\\S+?)(/32)?|inet6 (\\S+?)(/128)?)(?:/\\d+)?"
                    + "(?: peer \\S+)?(?: metric (\\d+))? .*");
    private static final int IPV4 = 1;
    private static final int IPV4_ALONE = 2;
    private static final int IPV6 = 3;
    private static final int IPV6_ALONE = 4;
    private static final int METRIC = 5;

    /** Reads what {@code ip -oneline address show} prints. */
    static List<InterfaceAddress> parse(String output) {
        List<InterfaceAddress> addresses = new ArrayList<>();
        for (String line : output.lines().toList()) {
            Matcher matcher = LINE.matcher(line);
            if (matcher.matches()) {
                addresses.add(of(matcher));
            }
        }
        return addresses;
    }

    private static InterfaceAddress of(Matcher matcher) {
        boolean alone = matcher.group(IPV4_ALONE) != null || matcher.group(IPV6_ALONE) != null;
        String literal = matcher.group(IPV4) == null ? matcher.group(IPV6) : matcher.group(IPV4);
        try {
            String metric = matcher.group(METRIC);
            return new InterfaceAddress(
                    InetAddress.getByName(literal), alone, metric == null ? 0 : Integer.parseInt(metric));
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException("Not an address: " + literal, e);
        }
    }

    /** Whether the driver added it. */
    boolean marked(int mark) {
        return alone && metric == mark;
    }
}
