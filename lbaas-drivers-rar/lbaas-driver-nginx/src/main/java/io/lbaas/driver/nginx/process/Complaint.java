package io.lbaas.driver.nginx.process;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One thing that nginx does not accept.
 *
 * @param file the name of the file it speaks of, without directory, or empty
 * @param line counted from 1, or 0
 * @param words its own, without process ids and paths
 */
public record Complaint(String file, int line, String words) {
    private static final Pattern EMERGENCY =
            Pattern.compile("(?:nginx:|\\d{4}/\\d\\d/\\d\\d [0-9:]{8}) \\[emerg\\] (?:\\d+#\\d+: )?(.*)");
    private static final Pattern PLACE = Pattern.compile(" in (?:\\S*/)?([^/\\s]+):(\\d+)$");
    private static final Pattern SUMMARY = Pattern.compile("still could not bind\\(\\)");

    /** An address that is taken: nginx tries it again for some seconds. */
    private static final Pattern TAKEN = Pattern.compile("bind\\(\\) to .* \\(98: .*");

    /** Picks the complaints out of what nginx printed, each once. */
    public static List<Complaint> parse(String output) {
        List<Complaint> complaints = new ArrayList<>();
        for (String printed : output.lines().toList()) {
            Matcher emergency = EMERGENCY.matcher(printed);
            if (emergency.matches() && !complaints.contains(of(emergency.group(1)))) {
                complaints.add(of(emergency.group(1)));
            }
        }
        return complaints;
    }

    /** Whether nginx has given up, rather than trying again. */
    public static boolean decided(List<Complaint> complaints) {
        return complaints.stream()
                .anyMatch(complaint -> !TAKEN.matcher(complaint.words()).matches());
    }

    /** Whether it only says that there were others. */
    public boolean summary() {
        return SUMMARY.matcher(words).matches();
    }

    private static Complaint of(String words) {
        Matcher place = PLACE.matcher(words);
        return place.find()
                ? new Complaint(place.group(1), Integer.parseInt(place.group(2)), place.replaceFirst(""))
                : new Complaint("", 0, words);
    }
}
