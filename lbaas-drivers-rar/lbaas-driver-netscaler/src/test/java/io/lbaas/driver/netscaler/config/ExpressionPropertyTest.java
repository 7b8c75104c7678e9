package io.lbaas.driver.netscaler.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.lbaas.driver.netscaler.simulator.Expressions;
import java.util.List;
import java.util.function.Supplier;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** Whatever stands in a literal or a regular expression: it is refused, or it stays one. */
class ExpressionPropertyTest {
    @Provide
    Arbitrary<String> hostile() {
        return Arbitraries.oneOf(
                Arbitraries.strings()
                        .withChars("\"\\/#~%!@,;:=&`'<>()|. \n\r\t\0ab")
                        .ofMaxLength(30),
                Arbitraries.of("\") || true || (\"", "\\\") || true", "a/) || TRUE || re/", "\\", "\"", "$&|"),
                Arbitraries.strings().all().ofMaxLength(20));
    }

    @Property(tries = 3000)
    void literalStaysOneString(@ForAll("hostile") String text) {
        check(() -> Expression.trusted("HTTP.REQ.URL.PATH").call("EQ", Expression.literal(text)), "EQ", "STRING");
    }

    @Property(tries = 3000)
    void regexStaysOneRegex(@ForAll("hostile") String text) {
        check(
                () -> Expression.trusted("HTTP.REQ.URL.PATH").call("REGEX_MATCH", Expression.regex(text)),
                "REGEX_MATCH",
                "REGEX");
    }

    private static void check(Supplier<Expression> rendering, String function, String argument) {
        String rendered;
        try {
            rendered = rendering.get().toString();
        } catch (IllegalArgumentException e) {
            return;
        }
        assertThat(Expressions.shape(rendered)).isEqualTo(List.of("HTTP.REQ.URL.PATH." + function, "(", argument, ")"));
    }

    @Test
    void whatIsNotPrintableIsRefused() {
        for (String text : new String[] {"a\nb", "\r", "\0", "\u00fc", "\u2028", "\u007f"}) {
            assertThatIllegalArgumentException().isThrownBy(() -> Expression.literal(text));
            assertThatIllegalArgumentException().isThrownBy(() -> Expression.regex(text));
        }
    }

    @Test
    void tooLongExpressionIsRefused() {
        Expression longest = Expression.literal("x".repeat(Expression.MAX_LENGTH - 2));
        assertThat(longest.checked()).isSameAs(longest);
        assertThatIllegalArgumentException().isThrownBy(() -> Expression.literal("x".repeat(Expression.MAX_LENGTH - 1))
                .checked());
    }
}
