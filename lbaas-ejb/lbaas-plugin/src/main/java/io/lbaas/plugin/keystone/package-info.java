/** Keystone: who sent a token, and a session of our own with which other services can be asked. */
package io.lbaas.plugin.keystone;
