/** Annotations that say of a spec's component what Bean Validation does not: its default and when it may be given. */
package io.lbaas.model.attribute;
