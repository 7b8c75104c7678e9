/** What the plugin does by the clock: nothing that was accepted may be forgotten. */
package io.lbaas.plugin.watch;
