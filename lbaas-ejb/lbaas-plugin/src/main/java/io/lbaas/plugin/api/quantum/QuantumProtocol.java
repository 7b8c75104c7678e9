package io.lbaas.plugin.api.quantum;

/** What a vip and its pool speak, which is always the same. */
public enum QuantumProtocol {
    TCP,
    HTTP,
    HTTPS
}
