/** How the plugin speaks with agents: commands out, results in. */
package io.lbaas.plugin.queue;
