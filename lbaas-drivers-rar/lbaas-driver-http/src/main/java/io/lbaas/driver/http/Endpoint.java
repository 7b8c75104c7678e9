package io.lbaas.driver.http;

import io.lbaas.driver.spi.DeviceSpec;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Map;
import javax.net.ssl.SSLContext;

/**
 * Where the API of a device is, and whom to trust there.
 *
 * @param base without a path, query or user
 */
public record Endpoint(URI base, SSLContext trust) {
    /** The settings that are read here, with their descriptions. */
    public static final Map<String, String> SETTINGS = Map.of(
            "url", "https://, a host, and a port where it is not 443",
            "ca-certificates", "PEM text of the authorities to trust, or a file of the agents' hosts with it",
            "certificate-sha256", "the fingerprint of the only certificate to trust",
            "allow-plain-http", "true: http:// to another host is taken");

    private static final String LOOPBACK = "localhost|127(\\.\\d{1,3}){3}|\\[::1]";

    /**
     * Reads the settings of a device, which the package describes.
     *
     * @throws IllegalArgumentException where they are unusable, with the reason in words
     */
    public static Endpoint of(DeviceSpec device) {
        URI base = uri(device.setting("url", ""));
        String scheme = base.getScheme() == null ? "" : base.getScheme().toLowerCase(Locale.ROOT);
        if (base.getHost() == null || !(scheme.equals("https") || scheme.equals("http"))) {
            throw new IllegalArgumentException("url must be https://host or https://host:port");
        }
        if (base.getRawUserInfo() != null
                || base.getRawQuery() != null
                || base.getRawPath().length() > 1) {
            throw new IllegalArgumentException("url must have nothing but a host and a port");
        }
        boolean allowed = Boolean.parseBoolean(device.setting("allow-plain-http", "false"));
        if (scheme.equals("http") && !allowed && !base.getHost().matches(LOOPBACK)) {
            throw new IllegalArgumentException("url must be https unless allow-plain-http is true");
        }
        return new Endpoint(
                base, Trust.of(device.setting("ca-certificates", ""), device.setting("certificate-sha256", "")));
    }

    /** What is no URI is not repeated, for it may hold a password. */
    private static URI uri(String text) {
        try {
            return new URI(text);
        } catch (URISyntaxException e) {
            return URI.create("");
        }
    }

    URI resolve(String pathAndQuery) {
        return base.resolve(pathAndQuery);
    }
}
