package io.lbaas.test.transaction;

import java.util.function.Supplier;
import javax.transaction.xa.XAResource;
import javax.transaction.xa.Xid;

/**
 * A resource that takes part in a transaction to look around when it is asked to prepare: being enlisted last, it is
 * asked when all others have prepared.
 */
final class PreparedProbe<T> implements XAResource {
    private final Supplier<T> look;
    private T seen;

    PreparedProbe(Supplier<T> look) {
        this.look = look;
    }

    /** What there was to see between the preparation of the other resources and the commit. */
    T seen() {
        return seen;
    }

    @Override
    public int prepare(Xid xid) {
        seen = look.get();
        return XA_OK;
    }

    @Override
    public void start(Xid xid, int flags) {}

    @Override
    public void end(Xid xid, int flags) {}

    @Override
    public void commit(Xid xid, boolean onePhase) {}

    @Override
    public void rollback(Xid xid) {}

    @Override
    public void forget(Xid xid) {}

    @Override
    public Xid[] recover(int flag) {
        return new Xid[0];
    }

    @Override
    public boolean isSameRM(XAResource other) {
        return other == this;
    }

    @Override
    public int getTransactionTimeout() {
        return 0;
    }

    @Override
    public boolean setTransactionTimeout(int seconds) {
        return false;
    }
}
