package io.lbaas.web.fault;

import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLTransientException;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Tells a broker or a database that cannot be reached from a mistake of ours. The transaction manager's exceptions
 * count as well: they are what a commit ends with when one of the two is gone.
 */
final class Outages {

    /** Exceptions of these packages are about something outside; named, so that nothing here depends on them. */
    private static final Set<String> PACKAGES =
            Set.of("jakarta.jms", "jakarta.resource", "jakarta.transaction", "javax.transaction.xa");

    /** SQLSTATE classes: connection, transaction rolled back, no resources, object in use, operator's intervention. */
    private static final Set<String> SQL_STATES = Set.of("08", "40", "53", "55", "57");

    private Outages() {}

    static boolean isOutage(Throwable thrown) {
        if (thrown instanceof SQLException failure) {
            return isOutage(failure);
        }
        return Stream.<Class<?>>iterate(thrown.getClass(), type -> type != null, Class::getSuperclass)
                .anyMatch(type -> PACKAGES.contains(type.getPackageName()));
    }

    private static boolean isOutage(SQLException failure) {
        String state = failure.getSQLState();
        return failure instanceof SQLTransientException
                || failure instanceof SQLNonTransientConnectionException
                || (state != null && state.length() == 5 && SQL_STATES.contains(state.substring(0, 2)));
    }
}
