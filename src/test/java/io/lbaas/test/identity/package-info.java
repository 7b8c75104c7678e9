/** Who may do what, against a real Keystone, and for every endpoint by every role. */
package io.lbaas.test.identity;
