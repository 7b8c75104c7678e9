package io.lbaas.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CommandTest {
    private static final Duration LIMIT = Duration.ofSeconds(10);

    @Test
    void givesStatusAndOutput() {
        Command.Result result = Command.run(LIMIT, "sh", "-c", "echo one; echo two >&2; exit 3");

        assertThat(result.succeeded()).isFalse();
        assertThat(result.status()).isEqualTo(3);
        assertThat(result.lastLine()).isEqualTo("two");
    }

    @Test
    void passesEnvironmentAndInput() {
        Command.Result result =
                Command.run(LIMIT, Map.of("WHO", "world"), "hello", List.of("sh", "-c", "cat; echo \" $WHO\""));

        assertThat(result.output()).isEqualTo("hello world\n");
    }

    @Test
    void doesNotWaitForEver() {
        assertThat(Command.run(Duration.ofMillis(100), "sleep", "60").succeeded())
                .isFalse();
    }

    @Test
    void doesNotWaitForADaemonThatTheProgramLeavesBehind() {
        assertThat(Command.run(LIMIT, "sh", "-c", "sleep 3 & echo started").lastLine())
                .isEqualTo("started");
    }
}
