package io.lbaas.driver.netscaler.config;

import io.lbaas.model.DesiredLoadBalancer.Pool;
import io.lbaas.model.SessionPersistence;
import java.util.List;

/** Maps how clients stay with a member. Times are in minutes there. */
final class PersistenceMapper {
    private static final int DEFAULT_MINUTES = 2;
    private static final int MINUTE = 60;

    private PersistenceMapper() {}

    /** The attributes of a load balancing server before this pool, or before none. */
    static List<Object> map(Pool pool) {
        SessionPersistence persistence = pool == null ? null : pool.spec().sessionPersistence();
        if (persistence == null) {
            return List.of("persistencetype", "NONE", "timeout", DEFAULT_MINUTES);
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
                        DEFAULT_MINUTES,
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

    private static int minutes(SessionPersistence persistence) {
        Integer seconds = persistence.persistenceTimeout();
        return seconds == null ? DEFAULT_MINUTES : Math.max(1, (seconds + MINUTE - 1) / MINUTE);
    }
}
