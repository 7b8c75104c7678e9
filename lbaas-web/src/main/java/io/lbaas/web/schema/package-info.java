/**
 * The resources of the API as tables: which attributes each has, of which records they are made, and what the
 * attributes are that exist in the specification but cannot be changed here yet.
 */
package io.lbaas.web.schema;
