package io.lbaas.web.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

class BasicCredentialsTest {

    @Test
    void aPasswordMayHoldColonsAndAnyLetters() {
        assertThat(BasicCredentials.of("basic " + encoded("ann:p:ß"))).contains(new BasicCredentials("ann", "p:ß"));
    }

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(strings = {"Basic", "Basic ", "Basic !!!", "Bearer YTpi", "Basic OnB3", "Basic YW5u"})
    void whatHoldsNoNameAndPasswordIsNothing(String header) {
        assertThat(BasicCredentials.of(header)).isEmpty();
    }

    @Property
    void anyHeaderIsReadOrNothing(@ForAll String text) {
        assertThat(BasicCredentials.of("Basic " + text)).isNotNull();
        assertThat(BasicCredentials.of("Basic " + encoded("u:" + text))).isPresent();
    }

    @Test
    void thePasswordIsNotPrinted() {
        assertThat(new BasicCredentials("ann", "hunter2")).hasToString("BasicCredentials[ann]");
    }

    private static String encoded(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
