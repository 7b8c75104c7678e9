package io.lbaas.driver.bigip.device;

import static org.assertj.core.api.Assertions.assertThat;

import io.lbaas.driver.bigip.declaration.Doc;
import io.lbaas.driver.bigip.declaration.Names;
import io.lbaas.driver.spi.FailureKind;
import io.lbaas.model.ObjectRef;
import io.lbaas.model.ObjectType;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ComplaintTest {
    @ParameterizedTest
    @CsvSource({
        "400, INVALID",
        "401, AUTH",
        "403, AUTH",
        "404, TRANSIENT",
        "409, DEVICE_REFUSED",
        "422, DEVICE_REFUSED",
        "500, TRANSIENT",
        "503, BUSY",
        "504, TRANSIENT"
    })
    void codesAreKinds(int code, FailureKind kind) {
        assertThat(Complaint.of(code, Doc.object().build()).kind()).isEqualTo(kind);
    }

    @Test
    void errorsAreBlamedOnWhatTheyName() {
        UUID pool = UUID.randomUUID();
        String path = Names.path(UUID.randomUUID(), Names.pool(pool));
        Complaint complaint = Complaint.of(
                422,
                Doc.object()
                        .add("message", "declaration is invalid")
                        .add("errors", Doc.strings(Stream.of(path + "/members/0: should be object", "and more")))
                        .build());

        assertThat(complaint.blamed())
                .containsOnlyKeys(new ObjectRef(ObjectType.POOL, pool))
                .containsValue(path + "/members/0: should be object");
        assertThat(complaint.words()).startsWith("declaration is invalid; ").endsWith("; and more");
    }

    @Test
    void keysAreNotRepeated() {
        String key = "-----BEGIN KEY-----\nc2VjcmV0\n-----END KEY-----";
        Complaint complaint = Complaint.of(
                422,
                Doc.object()
                        .add("message", "declaration failed")
                        .add("response", "cannot import " + key + " or -----BEGIN KEY-----\nc2VjcmV0")
                        .build());

        assertThat(complaint.words()).isEqualTo("declaration failed; cannot import (PEM) or (PEM)");
    }

    @Test
    void longTalkIsCutOff() {
        Complaint complaint =
                Complaint.of(422, Doc.object().add("message", "x".repeat(5000)).build());

        assertThat(complaint.words()).hasSize(1000);
    }
}
