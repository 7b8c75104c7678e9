package io.lbaas.model;

/** How an L7 rule compares what it finds in a request with its value. */
public enum L7CompareType {
    REGEX,
    STARTS_WITH,
    ENDS_WITH,
    CONTAINS,
    EQUAL_TO
}
