package io.lbaas.model;

/** How a pool chooses a member ({@code lb_algorithm}). */
public enum Algorithm {
    ROUND_ROBIN,
    LEAST_CONNECTIONS,
    SOURCE_IP,
    SOURCE_IP_PORT
}
