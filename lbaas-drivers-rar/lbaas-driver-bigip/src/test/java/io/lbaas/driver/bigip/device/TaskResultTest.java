package io.lbaas.driver.bigip.device;

import static org.assertj.core.api.Assertions.assertThat;

import io.lbaas.driver.bigip.device.TaskResult.State;
import io.lbaas.driver.spi.FailureKind;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Results as AS3 3.56 writes them. */
class TaskResultTest {
    private static JsonObject task(String results) {
        return Json.createReader(new StringReader("{\"results\":[" + results + "]}"))
                .readObject();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            value = {
                "{\"code\":0,\"message\":\"in progress\",\"tenant\":\"\"} | RUNNING",
                "{\"code\":0,\"message\":\"task cancelled\",\"tenant\":\"\"} | CANCELLED",
                "{\"code\":200,\"message\":\"no change\",\"tenant\":\"ours\"} | DONE",
                "{\"message\":\"success\",\"tenant\":\"ours\"} | DONE",
                "{\"code\":200,\"tenant\":\"ours\"},{\"code\":422,\"tenant\":\"theirs\"} | DONE",
                "{\"code\":422,\"tenant\":\"ours\"},{\"code\":200,\"tenant\":\"theirs\"} | FAILED",
                "{\"code\":503,\"message\":\"Error: Configuration operation in progress\",\"tenant\":[\"ours\"]} | FAILED",
                "{\"code\":422,\"message\":\"declaration is invalid\",\"tenant\":[\"theirs\"]} | FAILED",
                "{\"code\":422,\"message\":\"declaration is invalid\",\"tenant\":\"theirs\"} | FAILED",
                "{\"code\":\"ECONNREFUSED\",\"message\":\"declaration failed\",\"tenant\":\"ours\"} | FAILED"
            })
    void resultsAreRead(String results, State state) {
        assertThat(TaskResult.of(task(results), "ours").state()).isEqualTo(state);
    }

    @Test
    void errorsOfNodeArePassing() {
        TaskResult result = TaskResult.of(task("{\"code\":\"ECONNREFUSED\",\"tenant\":\"ours\"}"), "ours");

        assertThat(result.complaint().kind()).isEqualTo(FailureKind.TRANSIENT);
    }
}
