/**
 * The agent: takes commands from queues, has drivers carry them out, and reports.
 *
 * <ul>
 *   <li>{@code queue}: takes messages and sends answers, in one transaction
 *   <li>{@code command}: decides what the answer to a command is: a report, or the same command again later
 *   <li>{@code lane}: one change at a time for each device, with all that waits for it in one batch
 *   <li>{@code device}: sessions with devices, and what is done in one
 * </ul>
 *
 * <p>It opens no database and knows no tenants. It keeps no state: what is not answered is still in its queue.
 */
package io.lbaas.agent;
