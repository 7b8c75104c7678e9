/** The original API (v1) on a running system. */
package io.lbaas.test.quantum;
