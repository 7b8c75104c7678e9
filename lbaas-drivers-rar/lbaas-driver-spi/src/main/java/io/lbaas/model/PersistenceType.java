package io.lbaas.model;

/** How a client is kept on the member it was given first. */
public enum PersistenceType {
    SOURCE_IP,
    HTTP_COOKIE,
    APP_COOKIE
}
