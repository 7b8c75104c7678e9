package io.lbaas.driver.bigip.declaration;

import java.util.Arrays;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Text of tenants in conditions of policies. AS3 joins the parts of a condition with blanks, takes them apart again and
 * finds its keywords wherever they stand ({@code ltmPolicyParser.js} and {@code ltmPolicySpec.json} of AS3 3.56); what
 * comes out is run as Tcl, in which values are not escaped ({@code map_cli.js}).
 */
final class PolicyText {
    /** Words of printable ASCII with one blank between, without what Tcl and tmsh give a meaning to. */
    private static final String WORD = "[!#%-:<-Z^-z|~]+";

    private static final Pattern WORDS = Pattern.compile(WORD + "(?: " + WORD + ")*");

    private static final Set<String> KEYWORDS = Set.of(
            """
            http-status http-method http-host http-basic-auth websocket classification http-user-agent http-cookie geoip
            http-set-cookie tcp http-uri http-header cpu-usage client-ssl ssl-extension http-version http-referer ssl-cert
            request response proxy-request proxy-connect all scheme host port path extension query-string query-parameter
            unnamed-query-parameter path-segment not equals starts-with ends-with contains exists values datagroup
            case-insensitive case-sensitive normalized name index"""
                    .split("\\s+"));

    private PolicyText() {}

    /** Whether a text is compared with as it is written. */
    static boolean literal(String text) {
        return text != null
                && WORDS.matcher(text).matches()
                && Arrays.stream(text.split(" ")).noneMatch(KEYWORDS::contains);
    }
}
