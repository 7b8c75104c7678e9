/**
 * The neutral model of a load balancer: what a tenant asked for, in the terms of the OpenStack Load Balancer v2 API.
 *
 * <p>It knows nothing of REST, queues, databases or vendors. The {@code *Spec} records are at once the table of the
 * API's attributes (names, types, limits, defaults), the document that the database keeps and the model that drivers
 * translate. User text that no device needs (name, description, tags) is not part of it.
 */
package io.lbaas.model;
