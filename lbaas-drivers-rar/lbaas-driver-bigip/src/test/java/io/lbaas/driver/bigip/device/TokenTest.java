package io.lbaas.driver.bigip.device;

import static org.assertj.core.api.Assertions.assertThat;

import io.lbaas.driver.bigip.declaration.Mark;
import io.lbaas.driver.spi.OperationToken;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TokenTest {
    private static final String DIGEST = "0123456789abcdef".repeat(4);

    @ParameterizedTest
    @CsvSource({"1, " + "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef", "999999999999999999, ''"})
    void whatIsWrittenIsRead(long generation, String digest) {
        Token token = new Token(UUID.randomUUID().toString(), UUID.randomUUID(), new Mark(generation, digest));

        assertThat(Token.read(token.written())).contains(token);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "task", "task no-id 1 removed", "task 00000000-0000-0000-0000-000000000000 -1 removed"})
    void othersAreNotRead(String text) {
        assertThat(Token.read(new OperationToken(text))).isEmpty();
    }

    @Test
    void idThatIsNoneIsNotRead() {
        String text = "task " + "-".repeat(36) + " 1 " + DIGEST;

        assertThat(Token.read(new OperationToken(text))).isEmpty();
    }
}
