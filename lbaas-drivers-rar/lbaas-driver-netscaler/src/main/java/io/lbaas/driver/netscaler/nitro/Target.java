package io.lbaas.driver.netscaler.nitro;

import io.lbaas.driver.http.JsonRequest;
import java.util.Map;
import java.util.stream.Collectors;

/** Paths and queries of NITRO; all text is percent-encoded here. */
public final class Target {
    private static final String CONFIG = "/nitro/v1/config/";
    private static final String STAT = "/nitro/v1/stat/";

    private Target() {}

    public static String config(String resource) {
        return CONFIG + resource;
    }

    /** One object of a resource. */
    public static String config(String resource, String name) {
        return CONFIG + resource + "/" + JsonRequest.encode(name);
    }

    /** One object of a resource, told from others of its name by arguments. */
    public static String config(String resource, String name, Map<String, String> arguments) {
        String path = config(resource, name);
        return arguments.isEmpty() ? path : path + "?args=" + pairs(arguments);
    }

    public static String action(String resource, String action) {
        return CONFIG + resource + "?action=" + action;
    }

    /**
     * The objects of a resource with an attribute that matches.
     *
     * @param pattern a regular expression of PCRE
     */
    public static String matching(String resource, String attribute, String pattern) {
        return CONFIG + resource + "?filter=" + attribute + ":" + JsonRequest.encode("/" + pattern + "/");
    }

    /** The bindings of all objects of a resource. */
    public static String allBindings(String binding) {
        return CONFIG + binding + "?bulkbindings=yes";
    }

    public static String count(String resource) {
        return CONFIG + resource + "?count=yes";
    }

    public static String stat(String resource) {
        return STAT + resource;
    }

    private static String pairs(Map<String, String> arguments) {
        return arguments.entrySet().stream()
                .map(each -> each.getKey() + ":" + JsonRequest.encode(each.getValue()))
                .collect(Collectors.joining(","));
    }
}
