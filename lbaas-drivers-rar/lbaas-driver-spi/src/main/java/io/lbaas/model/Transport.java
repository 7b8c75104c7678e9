package io.lbaas.model;

/** The layer 4 protocol that a listener occupies its port in. */
public enum Transport {
    TCP,
    UDP,
    SCTP
}
