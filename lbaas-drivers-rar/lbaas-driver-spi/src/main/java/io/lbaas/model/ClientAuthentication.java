package io.lbaas.model;

/** Whether clients must show a certificate. */
public enum ClientAuthentication {
    NONE,
    OPTIONAL,
    MANDATORY
}
