/**
 * The REST front end of the control plane: it parses, authenticates, authorises and renders, and asks the plugin
 * ({@link io.lbaas.plugin.api}) for everything else. The wire format is that of the OpenStack Load Balancer v2 API.
 */
package io.lbaas.web;
