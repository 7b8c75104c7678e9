/**
 * What the plugin offers its front ends: services for each kind of object, the views they return and the faults they
 * raise. A front end parses, authenticates, authorises and renders; every rule about load balancers is behind this
 * package.
 */
package io.lbaas.plugin.api;
