/** Keystone: who sent a token. */
package io.lbaas.plugin.keystone;
