package io.lbaas.plugin.api;

import jakarta.ejb.Local;
import java.util.function.Supplier;

/** Does a request that may be repeated once, and gives its answer again for as long as the configuration says. */
@Local
public interface Idempotency {

    /**
     * What makes a request the same as an earlier one of the same caller.
     *
     * @param name at most 255 printable ASCII characters, chosen by the caller
     * @param fingerprint of what is asked for, at most 64 characters; the same key with another one is a mistake
     */
    record Key(String name, String fingerprint) {}

    /**
     * An answer.
     *
     * @param body empty for none
     * @param requestId of the request that it was first given to
     * @param entityTag null for none
     */
    record Answer(int status, String body, String entityTag, String requestId) {}

    /**
     * Does work and keeps its answer, in one transaction; or gives the answer that is kept. Work that throws leaves no
     * trace and may be tried again.
     *
     * @throws Fault UNPROCESSABLE where the key was used for something else; IMMUTABLE while the first request runs
     */
    Answer once(Caller caller, Key key, Supplier<Answer> work);
}
