package io.lbaas.driver.bigip.declaration;

import static org.assertj.core.api.Assertions.assertThat;

import io.lbaas.driver.spi.ValidationReport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

class PolicyTextTest {
    @ParameterizedTest
    @ValueSource(strings = {"/a", "www.example.com", "a b", "text/html", "c=d", "#1", "a,b|c~'d`e", "notes", "Host"})
    void literalTextIsTaken(String text) {
        assertThat(PolicyText.literal(text)).isTrue();
    }

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(
            strings = {
                "[exec id]",
                "$x",
                "a;b",
                "a{",
                "a}",
                "a\"",
                "a\\",
                " a",
                "a ",
                "a  b",
                "a\tb",
                "ä",
                "not",
                "a not",
                "tcp",
                "path",
                "http-uri",
                "proxy-connect"
            })
    void textThatAs3OrTclWouldReadIsNot(String text) {
        assertThat(PolicyText.literal(text)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://[::1]", "https://a/$x", "https://a/;b", "https://a/#b"})
    void prefixThatTclWouldReadIsRefused(String prefix) {
        SampleTree tree = new SampleTree();
        tree.l7 = true;
        tree.prefix = prefix;

        assertThat(SupportCheck.check(tree.build()).problems()).hasSize(1);
    }

    @Test
    void nameThatAs3WouldReadIsRefused() {
        SampleTree tree = new SampleTree();
        tree.l7 = true;
        tree.key = "not";
        ValidationReport report = SupportCheck.check(tree.build());

        assertThat(report.problems()).hasSize(2).containsValue("This key is not supported");
    }
}
