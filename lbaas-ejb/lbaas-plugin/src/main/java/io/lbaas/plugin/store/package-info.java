/** How rows are found, locked and kept. */
package io.lbaas.plugin.store;
