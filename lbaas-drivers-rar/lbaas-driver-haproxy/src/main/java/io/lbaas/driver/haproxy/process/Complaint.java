package io.lbaas.driver.haproxy.process;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One thing that HAProxy does not accept.
 *
 * @param file the name of the file it speaks of, without directory, or empty
 * @param line counted from 1, or 0
 * @param words its own, without process ids and paths
 */
public record Complaint(String file, int line, String words) {
    private static final Pattern ALERT = Pattern.compile("\\[ALERT\\]\\s+\\(\\d+\\) : (?:config : )?(.*)");
    private static final Pattern PLACE =
            Pattern.compile("(?:parsing )?\\[(?:[^\\]:]*/)?([^\\]/:]+):(\\d+)\\] ?(?:: ?)?");
    private static final Pattern SUMMARY =
            Pattern.compile("Error\\(s\\) found in configuration file.*|Fatal errors found in configuration.*"
                    + "|\\[haproxy\\.main\\(\\)\\].*");

    /** Picks the complaints out of what HAProxy printed. */
    public static List<Complaint> parse(String output) {
        List<Complaint> complaints = new ArrayList<>();
        for (String printed : output.lines().toList()) {
            Matcher alert = ALERT.matcher(printed);
            if (alert.matches() && !SUMMARY.matcher(alert.group(1)).matches()) {
                complaints.add(of(alert.group(1)));
            }
        }
        return complaints;
    }

    private static Complaint of(String words) {
        Matcher place = PLACE.matcher(words);
        if (!place.find()) {
            return new Complaint("", 0, words);
        }
        return new Complaint(place.group(1), Integer.parseInt(place.group(2)), place.replaceFirst(""));
    }
}
