package io.lbaas.plugin.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lbaas.model.ClientAuthentication;
import io.lbaas.model.ListenerProtocol;
import io.lbaas.model.ListenerTls;
import io.lbaas.model.TlsReference;
import io.lbaas.model.TlsReference.Purpose;
import io.lbaas.plugin.Postgres;
import io.lbaas.plugin.Samples;
import io.lbaas.plugin.StoredTree;
import io.lbaas.plugin.api.Caller;
import io.lbaas.plugin.entity.TlsContainer;
import io.lbaas.plugin.tls.ReferenceCheck;
import io.lbaas.tls.bundle.TlsSummary;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TlsContainerRowsTest {

    private final StoredTree stored = StoredTree.plant();
    private final TlsContainer container = new TlsContainer(UUID.randomUUID(), "project", Samples.NOW);

    TlsContainerRowsTest() {
        var summary = new TlsSummary(Set.of(Purpose.IDENTITY), "CN=site", List.of("site"), Samples.NOW, "00");
        container.fill("site", "id.ciphertext", summary);
        Postgres.inTransaction(session -> {
            new TlsContainerRows(session).add(container);
            return container;
        });
    }

    @Test
    void keepsWhatWasPutIn() {
        TlsContainer found = Postgres.inTransaction(
                session -> new TlsContainerRows(session).find(container.id()).orElseThrow());

        assertThat(found.sealed()).isEqualTo("id.ciphertext");
        assertThat(found.summary()).isEqualTo(container.summary());
        assertThat(Postgres.<List<UUID>>inTransaction(session -> new TlsContainerRows(session)
                        .list("project").stream().map(TlsContainer::id).toList()))
                .contains(container.id());
    }

    @Test
    void knowsWhoUsesIt() {
        assertThat(users()).isEmpty();
        stored.change(editor -> editor.listeners()
                .create(
                        Samples.LABELS,
                        Samples.listener(ListenerProtocol.TERMINATED_HTTPS, 443).withTls(tls())));
        assertThat(users()).containsExactly(stored.id());
        int renewed = stored.change(editor -> editor.renew(container.id()).size());
        assertThat(renewed).isEqualTo(1);
    }

    @Test
    void onlyItsProjectCanReferToItAndOnlyForWhatItIsGoodFor() {
        check("project", Purpose.IDENTITY);
        assertThatThrownBy(() -> check("other", Purpose.IDENTITY))
                .hasMessage("Could not retrieve certificate: [" + reference() + "]");
        assertThatThrownBy(() -> check("project", Purpose.AUTHORITIES))
                .hasMessage("Could not retrieve certificate: [" + reference() + "]");
    }

    private void check(String project, Purpose purpose) {
        Postgres.inTransaction(session -> {
            var caller = new Caller("user", project, "req-1");
            new ReferenceCheck(new TlsContainerRows(session), null, caller, project)
                    .check(Stream.of(new TlsReference(reference(), purpose)));
            return null;
        });
    }

    private List<UUID> users() {
        return Postgres.inTransaction(session -> new TlsContainerRows(session).users(container));
    }

    private String reference() {
        return "http://lb.example/tls/v1/containers/" + container.id();
    }

    private ListenerTls tls() {
        return new ListenerTls(
                reference(), List.of(), null, null, ClientAuthentication.NONE, null, null, null, null, false, false);
    }
}
