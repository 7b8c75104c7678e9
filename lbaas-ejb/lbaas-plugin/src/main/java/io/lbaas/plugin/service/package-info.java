/** The services that front ends call, each change in one transaction over database and queue. */
package io.lbaas.plugin.service;
