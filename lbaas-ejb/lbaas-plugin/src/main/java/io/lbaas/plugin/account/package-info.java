/** Our own user store. */
package io.lbaas.plugin.account;
