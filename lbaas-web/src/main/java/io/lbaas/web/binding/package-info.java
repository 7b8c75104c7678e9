/**
 * From JSON to records. A record is the table of its attributes: the names of its components in snake case, their
 * types, and the annotations for defaults and for what can be given at creation only. Values are coerced as the
 * reference implementation does, because its clients send numbers and booleans as text.
 */
package io.lbaas.web.binding;
