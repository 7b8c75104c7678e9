/**
 * What plugin and agent say to each other: self-contained commands and results, as JSON text.
 *
 * <p>A command carries all that is needed to carry it out and depends on no other, so that it may be delivered twice,
 * late or out of order without harm.
 */
package io.lbaas.message;
