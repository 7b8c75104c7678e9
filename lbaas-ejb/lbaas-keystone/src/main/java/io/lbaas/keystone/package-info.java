/** A session of our own with Keystone, with which plugin and agent ask it and other services of its cloud. */
package io.lbaas.keystone;
