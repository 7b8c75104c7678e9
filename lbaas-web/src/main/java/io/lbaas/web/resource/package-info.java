/**
 * The resources of the tenant's API, each over one service of the plugin. A resource extends {@link CrudResource}, which
 * has the five methods, or {@link ObjectResource} where it is part of a load balancer, and says in a
 * {@link ResourceTable} how it is read, shown and guarded and which functions of the plugin serve it; what is the same
 * for all resources is done in {@link Crud} and nowhere else.
 */
package io.lbaas.web.resource;
