/** Decides what the answer to a command is. */
package io.lbaas.agent.command;
