package io.lbaas.plugin.tree;

import io.lbaas.model.PoolSpec;
import io.lbaas.model.PoolTls;
import io.lbaas.model.SessionPersistence;
import io.lbaas.plugin.api.Fault;
import io.lbaas.plugin.api.Labels;
import io.lbaas.plugin.api.Patch;
import io.lbaas.plugin.entity.Intent;
import io.lbaas.plugin.entity.Listener;
import io.lbaas.plugin.entity.Pool;
import io.lbaas.plugin.rule.PoolRules;
import java.util.Objects;
import java.util.UUID;

/** Changes of pools. */
public final class PoolChanges {

    private final TreeEditor editor;

    PoolChanges(TreeEditor editor) {
        this.editor = editor;
    }

    /**
     * A new pool. The listener may be pending, as a client that makes one after the other does not wait between.
     *
     * @param listenerId the listener whose default pool it becomes; null for none
     */
    public Pool create(UUID listenerId, Labels labels, PoolSpec asked) {
        editor.locks().checkAddition();
        editor.terms().fields().check(labels);
        PoolSpec spec = check(editor.terms().fields().check(asked), PoolTls.NONE);
        var pool = new Pool(
                editor.newId(),
                editor.tree().root(),
                labels,
                spec,
                editor.terms().now());
        if (listenerId == null) {
            return editor.add(pool);
        }
        Listener listener = editor.listeners().find(listenerId);
        checkUser(listener, spec);
        editor.add(pool);
        editor.ask(listener, listener.pending() ? listener.intent().orElseThrow() : Intent.UPDATE);
        listener.change(listener.spec().withDefaultPool(pool.id()));
        return pool;
    }

    public Pool update(UUID id, Patch<PoolSpec> patch) {
        Pool pool = editor.tree().pool(id);
        editor.locks().check(pool, Intent.UPDATE);
        PoolTls former = pool.spec().tls();
        return editor.apply(pool, patch, asked -> check(asked, former));
    }

    /** Has clients of a pool stay with their member, or not; the pool may be pending. */
    public void persist(UUID id, SessionPersistence persistence) {
        Pool pool = editor.tree().pool(id);
        if (Objects.equals(pool.spec().sessionPersistence(), persistence)) {
            return;
        }
        editor.locks().checkAddition();
        editor.locks().checkUse(pool);
        PoolSpec asked = editor.terms().fields().check(pool.spec().withSessionPersistence(persistence));
        PoolSpec spec = check(asked, pool.spec().tls());
        editor.ask(pool, pool.pending() ? pool.intent().orElseThrow() : Intent.UPDATE);
        pool.change(spec);
    }

    /**
     * Dooms a pool with its members and health monitor; listeners let go of it once it is gone. L7 policies would not
     * know what to do without it, so it stays while one redirects to it.
     */
    public Pool delete(UUID id) {
        Pool pool = editor.tree().pool(id);
        refuseUseByPolicy(id);
        editor.locks().check(pool, Intent.DELETE);
        editor.ask(pool, Intent.DELETE);
        return pool;
    }

    void refuseUseByPolicy(UUID id) {
        editor.tree()
                .l7Policies()
                .filter(policy -> policy.redirectsTo(id))
                .findFirst()
                .ifPresent(policy -> {
                    throw Fault.conflict("Pool " + id + " is in use by L7 policy " + policy.id());
                });
    }

    PoolSpec check(PoolSpec asked, PoolTls former) {
        PoolSpec spec = PoolRules.check(asked);
        editor.terms().capabilities().check(spec);
        editor.checkNew(spec.tls().references(), former.references());
        return spec;
    }

    private void checkUser(Listener listener, PoolSpec spec) {
        editor.locks().checkUse(listener);
        if (listener.spec().defaultPoolId() != null) {
            throw Fault.conflict("This listener already has a default pool");
        }
        PoolRules.checkPair(listener.spec().protocol(), spec.protocol());
    }
}
