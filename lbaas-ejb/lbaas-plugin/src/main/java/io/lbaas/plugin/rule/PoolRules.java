package io.lbaas.plugin.rule;

import io.lbaas.model.ListenerProtocol;
import io.lbaas.model.PersistenceType;
import io.lbaas.model.PoolProtocol;
import io.lbaas.model.PoolSpec;
import io.lbaas.model.SessionPersistence;
import io.lbaas.plugin.api.Fault;

/** Combinations of a pool's fields, and of its protocol with a listener's. */
public final class PoolRules {

    private PoolRules() {}

    /**
     * Returns the pool with its TLS defaults.
     *
     * @throws Fault INVALID
     */
    public static PoolSpec check(PoolSpec spec) {
        SessionPersistence persistence = spec.sessionPersistence();
        if (persistence != null && datagrams(spec.protocol())) {
            checkDatagrams(spec.protocol(), persistence);
        } else if (persistence != null) {
            checkStream(persistence);
        }
        return TlsRules.check(spec);
    }

    /**
     * Checks that a listener can hand its traffic to a pool.
     *
     * @throws Fault INVALID
     */
    public static void checkPair(ListenerProtocol listener, PoolProtocol pool) {
        ListenerRules.checkParent(listener);
        if (!listener.accepts(pool)) {
            throw Fault.validation(
                    "The pool protocol '" + pool + "' is invalid while the listener protocol is '" + listener + "'.");
        }
    }

    static boolean datagrams(PoolProtocol protocol) {
        return protocol == PoolProtocol.UDP || protocol == PoolProtocol.SCTP;
    }

    private static void checkStream(SessionPersistence persistence) {
        if (persistence.persistenceTimeout() != null || persistence.persistenceGranularity() != null) {
            throw Fault.validation(
                    "persistence_timeout and persistence_granularity is only for UDP and SCTP protocol pools.");
        }
        boolean ownCookie = persistence.type() == PersistenceType.APP_COOKIE;
        if (persistence.cookieName() != null && !ownCookie) {
            throw Fault.validation(
                    "Field \"cookie_name\" can only be specified with session persistence of type \"APP_COOKIE\".");
        }
        if (persistence.cookieName() == null && ownCookie) {
            throw Fault.validation(
                    "Field \"cookie_name\" must be specified when using the \"APP_COOKIE\" session persistence type.");
        }
    }

    private static void checkDatagrams(PoolProtocol protocol, SessionPersistence persistence) {
        boolean sourceIp = persistence.type() == PersistenceType.SOURCE_IP;
        if (sourceIp && persistence.cookieName() != null) {
            throw Fault.validation("session_persistence SOURCE_IP type for " + protocol
                    + " protocol only accepts: type, persistence_timeout, persistence_granularity.");
        }
        if (persistence.cookieName() != null) {
            throw Fault.validation("Cookie names are not supported for " + protocol + " pools.");
        }
        if (!sourceIp) {
            throw Fault.validation("Session persistence of type " + persistence.type() + " is not supported for "
                    + protocol + " protocol pools.");
        }
        String granularity = persistence.persistenceGranularity();
        if (granularity != null && IpAddress.parse(granularity).isEmpty()) {
            throw Fault.invalidField("persistence_granularity", granularity, "Value should be IPv4 or IPv6 format");
        }
    }
}
