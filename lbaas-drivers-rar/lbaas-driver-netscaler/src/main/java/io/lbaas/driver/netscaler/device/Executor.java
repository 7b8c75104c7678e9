package io.lbaas.driver.netscaler.device;

import io.lbaas.driver.netscaler.nitro.NitroException;
import io.lbaas.driver.spi.FailureKind;
import io.lbaas.driver.spi.StateAfter;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** Does the steps of a plan, and when one fails undoes those before it. */
final class Executor {
    private final Calls calls;
    private final Calls undoing;
    private final Deque<List<Step>> done = new ArrayDeque<>();

    /** The calls that undo may take longer than the change had time for. */
    Executor(Calls calls, Calls undoing) {
        this.calls = calls;
        this.undoing = undoing;
    }

    void run(List<Step> steps) throws NitroException {
        for (List<Step> group : groups(steps)) {
            calls.together(group);
            done.push(group);
        }
    }

    private static List<List<Step>> groups(List<Step> steps) {
        List<List<Step>> groups = new ArrayList<>();
        for (Step step : steps) {
            List<Step> last = groups.isEmpty() ? List.of() : groups.get(groups.size() - 1);
            if (!last.isEmpty() && step.joins(last.get(0))) {
                last.add(step);
            } else {
                groups.add(new ArrayList<>(List.of(step)));
            }
        }
        return groups;
    }

    /** Undoes what was done, after a step failed; what that left on the device. */
    StateAfter undo(NitroException failure) {
        if (failure.cutOff()) {
            return done.isEmpty() && !unknown(failure) ? StateAfter.UNCHANGED : StateAfter.UNKNOWN;
        }
        if (done.isEmpty()) {
            return StateAfter.UNCHANGED;
        }
        try {
            while (!done.isEmpty()) {
                List<Step> group = done.peek();
                for (int i = group.size() - 1; i >= 0; i--) {
                    for (Step step : group.get(i).undo()) {
                        undoing.together(List.of(step));
                    }
                }
                done.pop();
            }
            return StateAfter.ROLLED_BACK;
        } catch (NitroException e) {
            failure.addSuppressed(e);
            return StateAfter.PARTIAL;
        }
    }

    private static boolean unknown(NitroException failure) {
        return failure.kind() == FailureKind.TIMEOUT_UNKNOWN;
    }
}
