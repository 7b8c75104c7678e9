/**
 * What a spec must satisfy by itself, in the words of the API: limits of fields, combinations of fields, addresses, and
 * what the chosen provider can do. Rules between objects are in {@code io.lbaas.plugin.tree}.
 */
package io.lbaas.plugin.rule;
