/**
 * The services that front ends call, each change in one transaction over database and queue. A service joins the
 * transaction of its caller ({@link io.lbaas.plugin.api.Transactions}) and otherwise leaves it to the bean that it calls
 * to start one, so that it hears how the commit went.
 */
package io.lbaas.plugin.service;
