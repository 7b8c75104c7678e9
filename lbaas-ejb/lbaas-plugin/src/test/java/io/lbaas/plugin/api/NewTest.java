package io.lbaas.plugin.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.lbaas.model.L7Action;
import io.lbaas.model.ListenerProtocol;
import io.lbaas.model.PoolProtocol;
import io.lbaas.model.PoolTls;
import io.lbaas.model.TlsReference;
import io.lbaas.plugin.Samples;
import java.util.List;
import org.junit.jupiter.api.Test;

class NewTest {

    @Test
    void aListenerRefersToWhatAllThatComesWithItRefersTo() {
        var policy = new New.OfL7Policy(
                Samples.LABELS, Samples.policy(L7Action.REDIRECT_TO_POOL), pool("redirect"), List.of());
        var elsewhere = new New.OfL7Policy(
                Samples.LABELS,
                Samples.policy(L7Action.REDIRECT_TO_POOL),
                new New.OfPool(Samples.LABELS, null, List.of(), null),
                List.of());
        var listener = new New.OfListener(
                Samples.LABELS,
                Samples.listener(ListenerProtocol.TERMINATED_HTTPS, 443),
                pool("default"),
                List.of(policy, elsewhere));

        assertThat(listener.references())
                .extracting(TlsReference::location)
                .containsExactly(Samples.TLS.defaultTlsContainerRef(), "default", "redirect");
    }

    private static New.OfPool pool(String authorities) {
        var tls = new PoolTls(true, null, authorities, null, null, null, null);
        return new New.OfPool(Samples.LABELS, Samples.pool(PoolProtocol.HTTP).withTls(tls), List.of(), null);
    }
}
