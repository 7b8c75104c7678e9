/** The plugin's transactions, tested inside a server: both resources take part, and both roll back. */
package io.lbaas.test.transaction;
