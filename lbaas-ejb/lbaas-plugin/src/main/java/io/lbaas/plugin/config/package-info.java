/** The settings of the plugin, typed, in one place. */
package io.lbaas.plugin.config;
