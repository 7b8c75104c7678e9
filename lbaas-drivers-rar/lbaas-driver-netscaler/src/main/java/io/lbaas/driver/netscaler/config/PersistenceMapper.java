package io.lbaas.driver.netscaler.config;

import io.lbaas.model.DesiredLoadBalancer.Pool;
import io.lbaas.model.SessionPersistence;
import java.util.List;

/** Maps how clients stay with a member. Times are in minutes there. */
final class PersistenceMapper {
    /** The least that NetScaler takes, but for cookies of its own. */
    private static final int LEAST_MINUTES = 2;

    /** The most. */
    static final int MOST_MINUTES = 1440;

    private static final long MINUTE = 60;

    private PersistenceMapper() {}

    /** The attributes of a load balancing server before this pool, or before none. */
    static List<Object> map(Pool pool) {
        SessionPersistence persistence = pool == null ? null : pool.spec().sessionPersistence();
        if (persistence == null) {
            return List.of("persistencetype", "NONE");
        }
        return switch (persistence.type()) {
            case SOURCE_IP -> List.of("persistencetype", "SOURCEIP", "timeout", minutes(persistence));
            // The cookie ends with the browser's session.
            case HTTP_COOKIE -> List.of("persistencetype", "COOKIEINSERT", "timeout", 0);
            case APP_COOKIE -> {
                Expression name = Expression.literal(persistence.cookieName());
                yield List.of(
                        "persistencetype",
                        "RULE",
                        "timeout",
                        LEAST_MINUTES,
                        "rule",
                        Expression.trusted("HTTP.REQ.COOKIE.VALUE").at(name),
                        "resrule",
                        Expression.trusted("HTTP.RES.SET_COOKIE.COOKIE")
                                .at(name)
                                .property("VALUE")
                                .at(name));
            }
        };
    }

    /** How long clients stay, rounded up; more than {@link #MOST_MINUTES} is too long. */
    static int minutes(SessionPersistence persistence) {
        Integer seconds = persistence.persistenceTimeout();
        return seconds == null ? LEAST_MINUTES : (int) Math.max(LEAST_MINUTES, (seconds + MINUTE - 1) / MINUTE);
    }
}
