package io.lbaas.agent.command;

import io.lbaas.message.Command;
import io.lbaas.message.Result;
import java.time.Duration;

/** What becomes of a command: every one has exactly one answer. */
public sealed interface Answer {

    /** It has ended, well or not; the plugin is told. */
    record Report(Result result) implements Answer {}

    /** It has ended, and nobody waits to hear of it. */
    record None() implements Answer {}

    /** It has not ended; any agent takes this one after the delay. */
    record Later(Command command, Duration delay) implements Answer {}
}
