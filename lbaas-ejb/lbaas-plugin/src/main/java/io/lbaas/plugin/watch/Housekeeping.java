package io.lbaas.plugin.watch;

import io.lbaas.plugin.config.Settings;
import io.lbaas.plugin.store.DriftLog;
import io.lbaas.plugin.store.IdempotencyKeys;
import io.lbaas.plugin.store.OperationLog;
import io.lbaas.plugin.store.Patrols;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Keeps the database in order. */
@Stateless
public class Housekeeping {

    private static final Logger LOG = Logger.getLogger(Housekeeping.class.getName());

    private static final Duration IN_DOUBT = Duration.ofMinutes(1);

    @Inject
    private Patrols patrols;

    @Inject
    private OperationLog operations;

    @Inject
    private DriftLog drift;

    @Inject
    private IdempotencyKeys idempotencyKeys;

    @Inject
    private Settings settings;

    /** Says which transactions are in doubt for long: they hold locks, and only an administrator may decide them. */
    public void reportInDoubt() {
        List<String> names = patrols.inDoubt(IN_DOUBT);
        if (!names.isEmpty()) {
            LOG.log(Level.WARNING, "Transactions are prepared for more than {0} seconds: {1}", new Object[] {
                IN_DOUBT.toSeconds(), names
            });
        }
    }

    /** Forgets the records of changes that ended long ago, and the answers that may no longer be asked for again. */
    public void purge() {
        idempotencyKeys.purge();
        Instant before = Instant.now().minus(settings.operationRetention());
        operations.purge(before);
        drift.purge(before);
    }
}
