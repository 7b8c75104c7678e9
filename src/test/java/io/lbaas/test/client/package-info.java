/** The clients that OpenStack's users have, against the whole system; what they do is written in Python beside them. */
package io.lbaas.test.client;
