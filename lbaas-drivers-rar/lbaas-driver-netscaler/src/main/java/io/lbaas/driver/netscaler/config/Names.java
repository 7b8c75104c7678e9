package io.lbaas.driver.netscaler.config;

import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The names of all that is ours: our mark, the load balancer, the object, and what tells several of one object apart.
 * None is longer than the 127 characters that NetScaler takes.
 *
 * @param part empty where there is one only
 */
public record Names(UUID loadBalancer, UUID object, String part) {
    /** All our names begin with it. */
    public static final String MARK = "lbaas_";

    private static final String UUID_PATTERN = "[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}";
    private static final Pattern NAME =
            Pattern.compile(MARK + "(" + UUID_PATTERN + ")_(" + UUID_PATTERN + ")(?:_(.+))?");

    static String of(UUID loadBalancer, Object... parts) {
        StringBuilder name = new StringBuilder(MARK).append(loadBalancer);
        for (Object part : parts) {
            name.append('_').append(part);
        }
        return name.toString();
    }

    /** Takes a name apart; empty where it is not of an object of ours. */
    public static Optional<Names> parse(String name) {
        Matcher matcher = NAME.matcher(name);
        return matcher.matches()
                ? Optional.of(new Names(
                        UUID.fromString(matcher.group(1)),
                        UUID.fromString(matcher.group(2)),
                        matcher.group(3) == null ? "" : matcher.group(3)))
                : Optional.empty();
    }

    /** Whether a text is the id of an object. */
    public static boolean isId(String text) {
        return text.matches(UUID_PATTERN);
    }

    /** Matches the names of the objects of a load balancer, in PCRE. */
    public static String pattern(UUID loadBalancer) {
        return "^" + MARK + loadBalancer + "_";
    }
}
