package io.lbaas.driver.netscaler.config;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** HTTP status codes as NetScaler writes them: in order, and what is adjacent as a range. */
final class StatusCodes {
    /** The most ranges that a monitor can have. */
    static final int MAX_RANGES = 16;

    private static final int END = 1000;

    private StatusCodes() {}

    /** Codes and ranges of them, which are separated by commas and, maybe, spaces; none of what is neither. */
    static List<String> of(String text) {
        BitSet codes = new BitSet(END);
        for (String part : text.split("\\s*,\\s*")) {
            if (part.matches("\\d{3}(-\\d{3})?")) {
                int first = Integer.parseInt(part.substring(0, 3));
                int last = Integer.parseInt(part.substring(part.length() - 3));
                codes.set(first, Math.max(first, last) + 1);
            }
        }
        List<String> ranges = new ArrayList<>();
        for (int first = codes.nextSetBit(0); first >= 0; ) {
            int end = codes.nextClearBit(first);
            ranges.add(end - first == 1 ? code(first) : code(first) + "-" + code(end - 1));
            first = codes.nextSetBit(end);
        }
        return ranges;
    }

    private static String code(int code) {
        return "%03d".formatted(code);
    }
}
