/** What operators offer: providers, flavors, availability zones and what they mean, and the devices seen as amphorae. */
package io.lbaas.plugin.catalog;
