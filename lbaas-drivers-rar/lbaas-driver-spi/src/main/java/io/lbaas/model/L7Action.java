package io.lbaas.model;

/** What an L7 policy does with a request that all its rules match. */
public enum L7Action {
    REJECT,
    REDIRECT_TO_POOL,
    REDIRECT_TO_URL,
    REDIRECT_PREFIX
}
