package io.lbaas.driver.bigip.declaration;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Writes the API's expected codes as a regular expression. */
final class StatusCodes {
    private static final int DECADE = 10;

    private StatusCodes() {}

    /**
     * One alternative for each ten codes.
     *
     * @param codes a code, a list or a range
     */
    static String pattern(String codes) {
        Map<Integer, String> lastDigits = codes(codes.replaceAll("\\s", ""))
                .sorted()
                .distinct()
                .boxed()
                .collect(Collectors.groupingBy(
                        code -> code / DECADE,
                        TreeMap::new,
                        Collectors.mapping(code -> Integer.toString(code % DECADE), Collectors.joining())));
        return lastDigits.entrySet().stream()
                .map(ten -> String.format("%02d", ten.getKey()) + choice(ten.getValue()))
                .collect(Collectors.joining("|"));
    }

    private static String choice(String digits) {
        return digits.length() == 1 ? digits : "[" + digits + "]";
    }

    private static IntStream codes(String codes) {
        if (codes.contains("-")) {
            String[] ends = codes.split("-", -1);
            return IntStream.rangeClosed(Integer.parseInt(ends[0]), Integer.parseInt(ends[1]));
        }
        return Arrays.stream(codes.split(",")).mapToInt(Integer::parseInt);
    }
}
