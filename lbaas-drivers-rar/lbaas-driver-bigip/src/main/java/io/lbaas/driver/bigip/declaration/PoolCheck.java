package io.lbaas.driver.bigip.declaration;

import io.lbaas.model.HealthMonitorSpec;
import io.lbaas.model.MemberSpec;
import io.lbaas.model.PersistenceType;
import io.lbaas.model.PoolSpec;
import io.lbaas.model.SessionPersistence;

/** Finds what of a pool, its members and its monitor cannot be rendered. */
final class PoolCheck {
    private static final int MAX_WEIGHT = 256;
    private static final int MAX_PORT = 65_535;
    private static final int MAX_INTERVAL = 3600;
    private static final int MAX_TIMEOUT = 900;
    private static final int MAX_UNTIL_UP = 1800;
    private static final int MAX_PERSISTENCE = 604_800;

    /** What stands between backquotes is replaced by the device. */
    private static final String NO_BACKQUOTE = "[^`]*";

    private PoolCheck() {}

    static void pool(Rules rules, PoolSpec pool) {
        rules.supported(Support.CAPABILITIES.poolProtocols(), pool.protocol());
        rules.supported(Support.CAPABILITIES.algorithms(), pool.lbAlgorithm());
        if (pool.sessionPersistence() != null) {
            persistence(rules, pool.sessionPersistence());
        }
    }

    /** Whether members are found again by a cookie. */
    static boolean cookies(PoolSpec pool) {
        return pool.sessionPersistence() != null && pool.sessionPersistence().type() != PersistenceType.SOURCE_IP;
    }

    private static void persistence(Rules rules, SessionPersistence persistence) {
        rules.supported(Support.CAPABILITIES.persistenceTypes(), persistence.type());
        if (persistence.type() == PersistenceType.APP_COOKIE) {
            rules.matches("Cookie name", SessionPersistence.COOKIE_NAME, persistence.cookieName());
        }
        Integer timeout = persistence.persistenceTimeout();
        rules.holds(
                timeout == null || (timeout >= 0 && timeout <= MAX_PERSISTENCE),
                "Persistence timeout is not supported");
        if (persistence.persistenceGranularity() != null) {
            rules.fits("Persistence granularity", () -> Address.parse(persistence.persistenceGranularity()));
        }
    }

    static void member(Rules rules, MemberSpec member) {
        rules.fits("Address", () -> Address.parse(member.address()));
        rules.holds(member.weight() >= 0 && member.weight() <= MAX_WEIGHT, "Weight is not valid");
        rules.holds(port(member.protocolPort()), "Port is not valid");
        if (member.monitorAddress() != null) {
            rules.fits("Monitor address", () -> Address.parse(member.monitorAddress()));
        }
        rules.holds(member.monitorPort() == null || port(member.monitorPort()), "Monitor port is not valid");
    }

    private static boolean port(int port) {
        return port > 0 && port <= MAX_PORT;
    }

    static void monitor(Rules rules, HealthMonitorSpec monitor) {
        rules.supported(Support.CAPABILITIES.monitorTypes(), monitor.type());
        rules.holds(monitor.delay() > 0 && monitor.delay() <= MAX_INTERVAL, "This delay is not supported");
        rules.holds(
                (long) monitor.delay() * monitor.maxRetriesDown() < MAX_TIMEOUT,
                "Delay times failures must be below " + MAX_TIMEOUT + " seconds");
        rules.holds(
                (long) monitor.delay() * (monitor.maxRetries() - 1) <= MAX_UNTIL_UP,
                "Delay times successes must be below " + MAX_UNTIL_UP + " seconds");
        rules.matchesIfGiven("URL path", HealthMonitorSpec.URL_PATH, monitor.urlPath());
        rules.matchesIfGiven("URL path", NO_BACKQUOTE, monitor.urlPath());
        rules.matchesIfGiven("Expected codes", HealthMonitorSpec.EXPECTED_CODES, monitor.expectedCodes());
        rules.holds(
                monitor.expectedCodes() == null || ascending(monitor.expectedCodes()), "Expected codes are not valid");
        rules.matchesIfGiven("Domain name", HealthMonitorSpec.DOMAIN_NAME, monitor.domainName());
        if (monitor.httpVersion() != null) {
            rules.matches("HTTP version", "1\\.[01]", monitor.httpVersion().toPlainString());
        }
    }

    private static boolean ascending(String codes) {
        String[] ends = codes.split("-", -1);
        return ends.length < 2 || ends[0].compareTo(ends[1]) <= 0;
    }
}
