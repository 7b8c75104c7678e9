package io.lbaas.model;

import java.util.UUID;

/** Names one object of a load balancer. */
public record ObjectRef(ObjectType type, UUID id) {}
