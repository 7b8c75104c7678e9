package io.lbaas.driver.host;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The oldest release of a program that will do.
 *
 * @param name what the program calls itself before its version
 */
public record Release(String name, int major, int minor) {

    /**
     * Asks a program for its version.
     *
     * @return the first line that it prints
     * @throws IOException in words for the operator, where it cannot be run, is another program or is too old
     */
    public String require(Host host, String program, Instant deadline) throws IOException, InterruptedException {
        Optional<String> line =
                host.run(List.of(program, "-v"), deadline).output().lines().findFirst();
        Matcher version = Pattern.compile(Pattern.quote(name) + "\\D*(\\d{1,9})\\.(\\d{1,9}).*")
                .matcher(line.orElse(""));
        if (!version.matches()) {
            throw new IOException(program + " is no " + name + ": " + line.orElse("it prints no version"));
        }
        if (older(Integer.parseInt(version.group(1)), Integer.parseInt(version.group(2)))) {
            throw new IOException(line.get() + " is too old, " + major + "." + minor + " or later is needed");
        }
        return line.get();
    }

    private boolean older(int otherMajor, int otherMinor) {
        return otherMajor < major || (otherMajor == major && otherMinor < minor);
    }
}
