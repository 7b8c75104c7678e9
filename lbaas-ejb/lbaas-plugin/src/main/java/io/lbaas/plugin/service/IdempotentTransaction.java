package io.lbaas.plugin.service;

import io.lbaas.plugin.api.Caller;
import io.lbaas.plugin.api.Fault;
import io.lbaas.plugin.api.Idempotency;
import io.lbaas.plugin.config.Settings;
import io.lbaas.plugin.store.IdempotencyKeys;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The transaction of a request that may be repeated. The key is locked first and until the end, so that a repetition
 * finds either the first request at work, or its answer, or that it left nothing.
 */
@Stateless
public class IdempotentTransaction {

    @Inject
    private IdempotencyKeys keys;

    @Inject
    private Settings settings;

    public Idempotency.Answer once(Caller caller, Idempotency.Key key, Supplier<Idempotency.Answer> work) {
        if (!keys.lock(caller, key.name())) {
            throw new Fault(Fault.Kind.IMMUTABLE, "A request with this Idempotency-Key is being processed.");
        }
        Optional<IdempotencyKeys.Kept> kept = keys.find(caller, key.name());
        if (kept.isPresent()) {
            return repeated(kept.get(), key);
        }
        Idempotency.Answer answer = work.get();
        keys.keep(caller, key, answer, settings.idempotencyRetention());
        return answer;
    }

    private static Idempotency.Answer repeated(IdempotencyKeys.Kept kept, Idempotency.Key key) {
        if (!kept.fingerprint().equals(key.fingerprint())) {
            throw new Fault(
                    Fault.Kind.UNPROCESSABLE, "This Idempotency-Key was used for a request with other contents.");
        }
        return kept.answer();
    }
}
