/** Faults that the product survives, each checked from outside afterwards. */
package io.lbaas.test.fault;
