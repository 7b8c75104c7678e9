package io.lbaas.model;

import io.lbaas.model.attribute.CreateOnly;
import io.lbaas.model.attribute.Default;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;

/**
 * What a tenant asks of a health monitor. Method, path and codes belong to HTTP and HTTPS checks and are null elsewhere.
 *
 * @param delay seconds between two checks of a member
 * @param timeout seconds after which a check has failed
 * @param maxRetries successes after which a member is up, 1 to 10
 * @param maxRetriesDown failures after which a member is down, 1 to 10
 * @param expectedCodes status codes of a healthy answer: one, a list or a range
 * @param httpVersion 1.0 or 1.1
 * @param domainName the Host header of the check, needs HTTP 1.1
 */
public record HealthMonitorSpec(
        @NotNull @CreateOnly MonitorType type,
        @NotNull @Min(0) Integer delay,
        @NotNull @Min(0) Integer timeout,
        @NotNull @Min(1) @Max(10) Integer maxRetries,
        @NotNull @Min(1) @Max(10) @Default("3") Integer maxRetriesDown,
        HttpMethod httpMethod,
        @Size(max = 255) @Pattern(regexp = URL_PATH, message = "Value should be a valid URL path") String urlPath,
        @Pattern(regexp = EXPECTED_CODES, message = "Value should be a status code, a list or a range of them")
                String expectedCodes,
        BigDecimal httpVersion,
        @Size(min = 1, max = 255) @Pattern(regexp = DOMAIN_NAME, message = "Value should be a valid host name")
                String domainName,
        @NotNull @Default("true") Boolean adminStateUp) {

    /** Printable ASCII that begins with a slash, less what could end a word in a device's configuration. */
    public static final String URL_PATH = "/[!$-&(-\\[\\]-~]*";

    public static final String EXPECTED_CODES = "\\d{3}(\\s*,\\s*\\d{3})*|\\d{3}-\\d{3}";

    /** RFC 1123 host name. */
    public static final String DOMAIN_NAME =
            "(?i)[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?(\\.[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?)*";

    /** The same health monitor with another request. */
    public HealthMonitorSpec withHttp(HttpMethod method, String path, String codes) {
        return with(maxRetriesDown, method, path, codes);
    }

    /** The same health monitor with another number of failures. */
    public HealthMonitorSpec withMaxRetriesDown(Integer failures) {
        return with(failures, httpMethod, urlPath, expectedCodes);
    }

    private HealthMonitorSpec with(Integer failures, HttpMethod method, String path, String codes) {
        return new HealthMonitorSpec(
                type, delay, timeout, maxRetries, failures, method, path, codes, httpVersion, domainName, adminStateUp);
    }
}
