package io.lbaas.launcher;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;

/** What the operator sees; everything else goes to the log files. */
public final class Console {
    private final PrintStream out;
    private final PrintStream err;

    public Console(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    public void say(String line) {
        out.println(line);
        out.flush();
    }

    public void step(String what, String detail) {
        say("  %-12s %s".formatted(what, detail));
    }

    public void step(String what, String detail, Duration taken) {
        step(what, detail + " (" + seconds(taken) + ")");
    }

    public void error(String line) {
        err.println("lbaas: " + line);
        err.flush();
    }

    /** Tells how the program is used. */
    public void usage(String text) {
        err.println(text);
        err.flush();
    }

    public static String seconds(Duration duration) {
        return String.format(Locale.ROOT, "%.1f s", duration.toMillis() / 1000.0);
    }
}
