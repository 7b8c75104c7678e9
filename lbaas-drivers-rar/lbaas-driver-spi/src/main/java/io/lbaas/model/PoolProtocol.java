package io.lbaas.model;

/** The protocol spoken to the members of a pool. */
public enum PoolProtocol {
    HTTP,
    HTTPS,
    TCP,
    UDP,
    SCTP,
    PROXY,
    PROXYV2
}
