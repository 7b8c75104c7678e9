/** Takes commands from queues and sends the answers, in the transaction that takes the command. */
package io.lbaas.agent.queue;
