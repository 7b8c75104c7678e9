/** How much projects may have, and the check in the transaction that would give them more. */
package io.lbaas.plugin.quota;
