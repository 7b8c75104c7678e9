/** JSON-B for records, which JSON-B 3.0 does not know: one configuration for messages and stored documents. */
package io.lbaas.message.json;
