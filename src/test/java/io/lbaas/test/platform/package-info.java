/** The other server that the same EAR is deployed on. */
package io.lbaas.test.platform;
