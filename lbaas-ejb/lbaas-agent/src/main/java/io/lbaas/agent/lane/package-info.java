/**
 * One lane for each device: at most one change at a time, and all that waits for it in one batch.
 *
 * <p>It is a group commit. Every command has a thread; the first to get the lane makes everybody's changes, and the
 * others find theirs made when they get the lane.
 */
package io.lbaas.agent.lane;
