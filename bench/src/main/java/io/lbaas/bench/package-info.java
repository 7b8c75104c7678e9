/**
 * Measures a real server on free ports: accept latency, time to ACTIVE, lists, and what each process costs. CPU per item
 * is the figure to compare; the wall clock depends on what else the machine does.
 */
package io.lbaas.bench;
