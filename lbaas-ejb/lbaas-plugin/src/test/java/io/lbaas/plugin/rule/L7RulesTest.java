package io.lbaas.plugin.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lbaas.model.L7Action;
import io.lbaas.model.L7CompareType;
import io.lbaas.model.L7PolicySpec;
import io.lbaas.model.L7RuleSpec;
import io.lbaas.model.L7RuleType;
import io.lbaas.plugin.Samples;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class L7RulesTest {

    private static final UUID POOL = UUID.randomUUID();
    private static final String ONE = "http://one.example.com/a?b=%20#c";

    @Test
    void aTargetImpliesTheActionAndClearsTheOthers() {
        var toPool = check(policy(L7Action.REDIRECT_TO_POOL, POOL, null, null, 301), null);
        assertThat(toPool.redirectHttpCode()).isNull();

        var toUrl = check(policy(toPool.action(), POOL, ONE, null, null), toPool);
        assertThat(toUrl).isEqualTo(policy(L7Action.REDIRECT_TO_URL, null, ONE, null, 302));

        var prefix = check(policy(toUrl.action(), null, ONE, "https://two", 307), toUrl);
        assertThat(prefix).isEqualTo(policy(L7Action.REDIRECT_PREFIX, null, null, "https://two", 307));

        assertThat(check(policy(L7Action.REJECT, null, null, "https://two", 307), prefix))
                .isEqualTo(policy(L7Action.REJECT, null, null, null, null));
    }

    @ParameterizedTest
    @CsvSource({
        "REDIRECT_TO_POOL,redirect_pool_id or redirect_pool must not be None",
        "REDIRECT_TO_URL,redirect_url must not be None",
        "REDIRECT_PREFIX,redirect_prefix must not be None"
    })
    void anActionNeedsItsTarget(L7Action action, String words) {
        assertThatThrownBy(() -> check(policy(action, null, null, null, null), null))
                .hasMessage("Invalid L7 Policy arguments: " + words);
        var rejecting = policy(L7Action.REJECT, null, null, null, null);
        assertThatThrownBy(() -> check(policy(action, null, null, null, null), rejecting))
                .hasMessage("Invalid L7 Policy arguments: " + words);
    }

    @Test
    void oneTargetIsEnough() {
        assertThatThrownBy(() -> check(policy(L7Action.REDIRECT_TO_POOL, POOL, ONE, null, null), null))
                .hasMessage("Invalid L7 Policy arguments: Cannot specify redirect_pool_id and redirect_url or"
                        + " redirect_prefix at the same time");
    }

    @Test
    void onlyRedirectionsHaveCodesForIt() {
        assertThatThrownBy(() -> check(policy(L7Action.REDIRECT_TO_URL, null, ONE, null, 304), null))
                .hasMessage("Invalid input for field/attribute redirect_http_code. Value: '304'."
                        + " Value should be one of: 301, 302, 303, 307, 308");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ftp://a",
                "//a",
                "/a",
                "a",
                "http://",
                "http:///a",
                "http://a b",
                "http://a\n",
                "http://a\u0085",
                "http://a/\u00e9",
                "http://a/%2",
                "http://a/\"",
                "http://a/\\",
                "http://a/<b>",
                "http://[::1"
            })
    void whatIsNoUrlIsRefused(String url) {
        assertThatThrownBy(() -> Samples.FIELDS.check(policy(L7Action.REDIRECT_TO_URL, null, url, null, null)))
                .hasMessage("Invalid input for field/attribute redirect_url. Value: '" + url
                        + "'. Value must be a valid URL string");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {ONE, "HTTPS://a", "http://u:p@a_b:80/", "http://[::1]:8080/a;b=c,d(e)?f=/g?#h", "http://a?b"})
    void whatIsAUrlIsTaken(String url) {
        assertThatCode(() -> Samples.FIELDS.check(policy(L7Action.REDIRECT_TO_URL, null, url, url, null)))
                .doesNotThrowAnyException();
    }

    @Test
    void longTextIsJudgedWithoutDeepRecursion() {
        String url = "http://a/" + "%20a".repeat(100_000);
        assertThatThrownBy(() -> Samples.FIELDS.check(policy(L7Action.REDIRECT_TO_URL, null, url, null, null)))
                .hasMessageEndingWith("Value should have a maximum character requirement of 255");
    }

    @ParameterizedTest
    @CsvSource({"0,greater or equal to 1", "-1,greater or equal to 1"})
    void positionsBeginAtOne(int position, String words) {
        var spec = policy(L7Action.REJECT, null, null, null, null).withPosition(position);
        assertThatThrownBy(() -> Samples.FIELDS.check(spec)).hasMessageEndingWith("Value should be " + words);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '~',
            value = {
                "HOST_NAME;ENDS_WITH;;.example.com",
                "PATH;STARTS_WITH;;/a$%'#",
                "PATH;REGEX;;^/(a|b)\\d+ $",
                "PATH;CONTAINS;;\"a b\"",
                "FILE_TYPE;EQUAL_TO;;jpg",
                "FILE_TYPE;REGEX;;jpe?g",
                "HEADER;EQUAL_TO;X-A'b;\"\"",
                "COOKIE;CONTAINS;a|b;c=d",
                "SSL_CONN_HAS_CERT;EQUAL_TO;;tRuE",
                "SSL_VERIFY_RESULT;EQUAL_TO;;0",
                "SSL_DN_FIELD;STARTS_WITH;st-1;any text",
                "SSL_DN_FIELD;REGEX;CN;a+"
            })
    void validRules(L7RuleType type, L7CompareType compare, String key, String value) {
        assertThat(L7RuleRules.check(rule(type, compare, key, value)).value()).isEqualTo(value);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '~',
            value = {
                "PATH;EQUAL_TO;;~~;Invalid L7 Rule: L7 rule type requires a value",
                "PATH;EQUAL_TO;;a b;Invalid characters in comparison value",
                "HOST_NAME;EQUAL_TO;;\u00e9;Invalid characters in comparison value",
                "PATH;REGEX;;(;Unable to parse regular expression: Unclosed group at position 1",
                "FILE_TYPE;CONTAINS;;a;Invalid L7 Rule: invalid comparison type for rule type",
                "HEADER;EQUAL_TO;;a;Invalid L7 Rule: L7 rule type requires a key",
                "HEADER;EQUAL_TO;a b;a;Invalid characters in key",
                "HEADER;EQUAL_TO;a;\"a\"b c;Invalid characters in header value",
                "COOKIE;EQUAL_TO;;a;Invalid L7 Rule: L7 rule type requires a key",
                "COOKIE;EQUAL_TO;a;\"b\";Invalid characters in cookie value",
                "SSL_CONN_HAS_CERT;EQUAL_TO;k;true;"
                        + "Invalid L7 Rule: L7rule type SSL_CONN_HAS_CERT does not use the \"key\" field.",
                "SSL_CONN_HAS_CERT;EQUAL_TO;;no;Invalid L7 Rule: L7rule value no is not a boolean True string.",
                "SSL_CONN_HAS_CERT;REGEX;;true;"
                        + "Invalid L7 Rule: L7rule type SSL_CONN_HAS_CERT only supports the EQUAL_TO compare type.",
                "SSL_VERIFY_RESULT;EQUAL_TO;;-1;"
                        + "Invalid L7 Rule: L7rule type SSL_VERIFY_RESULT needs a int value, which is >= 0",
                "SSL_DN_FIELD;EQUAL_TO;;a;Invalid L7 Rule: L7rule type SSL_DN_FIELD needs to specify a key and a value.",
                "SSL_DN_FIELD;EQUAL_TO;1a;a;Invalid L7 Rule: Invalid L7rule distinguished name field."
            })
    void invalidRules(L7RuleType type, L7CompareType compare, String key, String value, String words) {
        String text = value == null ? "" : value;
        assertThatThrownBy(() -> L7RuleRules.check(rule(type, compare, key, text)))
                .hasMessage("Error parsing L7Rule: " + words);
    }

    @Test
    void aRuleIsOneLine() {
        assertThatThrownBy(() -> Samples.FIELDS.check(rule(L7RuleType.PATH, L7CompareType.REGEX, null, "a\nb")))
                .hasMessageStartingWith("Invalid input for field/attribute value.")
                .hasMessageEndingWith("Value should match the pattern ^[^\\r\\n]*$");
    }

    private static L7PolicySpec check(L7PolicySpec asked, L7PolicySpec before) {
        return L7PolicyRules.check(asked, before);
    }

    private static L7PolicySpec policy(L7Action action, UUID pool, String url, String prefix, Integer code) {
        return new L7PolicySpec(action, pool, url, prefix, code, L7PolicySpec.LAST, true);
    }

    private static L7RuleSpec rule(L7RuleType type, L7CompareType compare, String key, String value) {
        return new L7RuleSpec(type, compare, key, value, false, true);
    }
}
