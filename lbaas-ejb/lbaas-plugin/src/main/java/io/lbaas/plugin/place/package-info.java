/** Where a new load balancer goes: its device and its address. */
package io.lbaas.plugin.place;
