package io.lbaas.model;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/** What an L7 rule looks at, with the comparisons that make sense of it. */
@SuppressWarnings("ImmutableEnumChecker") // the sets cannot be changed
public enum L7RuleType {
    HOST_NAME(L7CompareType.values()),
    PATH(L7CompareType.values()),
    FILE_TYPE(L7CompareType.EQUAL_TO, L7CompareType.REGEX),
    HEADER(L7CompareType.values()),
    COOKIE(L7CompareType.values()),
    SSL_CONN_HAS_CERT(L7CompareType.EQUAL_TO),
    SSL_VERIFY_RESULT(L7CompareType.EQUAL_TO),
    SSL_DN_FIELD(L7CompareType.values());

    private final Set<L7CompareType> compareTypes;

    L7RuleType(L7CompareType... compareTypes) {
        this.compareTypes = Collections.unmodifiableSet(EnumSet.copyOf(Arrays.asList(compareTypes)));
    }

    public Set<L7CompareType> compareTypes() {
        return compareTypes;
    }
}
