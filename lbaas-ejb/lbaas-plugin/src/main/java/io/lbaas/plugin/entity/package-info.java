/**
 * The rows of the database. Identity and state are columns; what a device is told is one JSON document.
 *
 * <p>Objects of a load balancer carry their own life cycle ({@link io.lbaas.plugin.entity.Provisioned}) but no rules
 * about each other: those are in {@code io.lbaas.plugin.tree}.
 */
package io.lbaas.plugin.entity;
