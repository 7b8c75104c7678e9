package io.lbaas.driver.bigip.device;

import java.util.Arrays;

/** Compares versions of three numbers. */
final class Version {
    private static final String FORM = "\\d{1,9}(\\.\\d{1,9}){0,3}(-.*)?";

    private Version() {}

    /** Whether a version is not below another; one that cannot be read is. */
    static boolean atLeast(String version, String least) {
        return version.matches(FORM) && Arrays.compare(numbers(version), numbers(least)) >= 0;
    }

    private static int[] numbers(String version) {
        return Arrays.stream(version.replaceFirst("-.*", "").split("\\."))
                .mapToInt(Integer::parseInt)
                .toArray();
    }
}
