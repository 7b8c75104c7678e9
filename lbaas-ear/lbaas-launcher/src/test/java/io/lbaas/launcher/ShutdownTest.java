package io.lbaas.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ShutdownTest {
    private final ByteArrayOutputStream errors = new ByteArrayOutputStream();
    private final Shutdown shutdown = new Shutdown(new Console(System.out, new PrintStream(errors)));
    private final List<String> stopped = new ArrayList<>();

    @Test
    void stopsInTheOppositeOrderAndOnce() {
        shutdown.add("database", () -> stopped.add("database"));
        shutdown.add("server", () -> stopped.add("server"));

        shutdown.run();
        shutdown.run();

        assertThat(stopped).containsExactly("server", "database");
    }

    @Test
    void aPartThatFailsIsReportedAndDoesNotHoldUpTheOthers() {
        shutdown.add("database", () -> stopped.add("database"));
        shutdown.add("server", () -> {
            throw new IllegalArgumentException("stuck");
        });

        shutdown.run();

        assertThat(stopped).containsExactly("database");
        assertThat(errors.toString()).contains("server").contains("stuck");
    }

    @Test
    void nothingIsStartedWhileStopping() {
        shutdown.run();

        assertThatIllegalStateException().isThrownBy(() -> shutdown.add("server", () -> {}));
    }
}
