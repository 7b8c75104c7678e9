package io.lbaas.driver.host.vip;

import io.lbaas.driver.host.Host;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Finds what is missing on a host whose addresses the driver adds, before any load balancer needs one. */
final class VipCheck {
    private static final List<String> ANNOUNCERS = List.of("arping", "ndptool");

    /** Prints those of its arguments that are no programs. */
    private static final String MISSING =
            "for program; do command -v \"$program\" > /dev/null || echo \"$program\"; done";

    private static final Pattern EVERYTHING = Pattern.compile("\\) (?:[A-Z]+: ?)*ALL\\b");

    private final Host host;
    private final VipSettings settings;

    VipCheck(Host host, VipSettings settings) {
        this.host = host;
        this.settings = settings;
    }

    VipReport report(Host.Ended shown, Instant deadline) throws IOException, InterruptedException {
        if (shown.exit() != 0) {
            return new VipReport(false, shown.output().strip());
        }
        List<String> command = new ArrayList<>(List.of("/bin/sh", "-c", MISSING, "sh"));
        command.addAll(ANNOUNCERS);
        List<String> problems = new ArrayList<>();
        for (String program : host.run(command, deadline).output().lines().toList()) {
            problems.add(unannounced(program, "is not installed"));
        }
        return settings.sudo() ? allowed(problems, deadline) : new VipReport(true, String.join("; ", problems));
    }

    private VipReport allowed(List<String> problems, Instant deadline) throws IOException, InterruptedException {
        Host.Ended rights = host.run(List.of("sudo", "-n", "-l"), deadline);
        if (rights.exit() != 0) {
            return new VipReport(false, rights.output().strip());
        }
        if (!allows(rights.output(), "ip")) {
            return new VipReport(false, "sudo does not allow ip");
        }
        for (String program : ANNOUNCERS) {
            if (!allows(rights.output(), program)) {
                problems.add(unannounced(program, "is not allowed by sudo"));
            }
        }
        return new VipReport(true, String.join("; ", problems));
    }

    /** Which arguments are allowed is not told: that may depend on the address. */
    private static boolean allows(String rights, String program) {
        return EVERYTHING.matcher(rights).find()
                || Pattern.compile("/" + program + "\\b").matcher(rights).find();
    }

    private static String unannounced(String program, String what) {
        return program + " " + what + ": neighbours are not told of addresses that move here";
    }
}
