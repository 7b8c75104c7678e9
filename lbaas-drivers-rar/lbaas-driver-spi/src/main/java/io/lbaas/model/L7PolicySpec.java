package io.lbaas.model;

import io.lbaas.model.attribute.Default;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.UUID;

/**
 * What a tenant asks of an L7 policy. Of the three targets only the one that the action needs is not null.
 *
 * @param redirectPoolId with REDIRECT_TO_POOL
 * @param redirectUrl with REDIRECT_TO_URL, an absolute URL
 * @param redirectPrefix with REDIRECT_PREFIX, an absolute URL that the path and query of the request are added to
 * @param redirectHttpCode 301, 302, 303, 307 or 308; null where clients are not redirected
 * @param position among the policies of the listener, which are tried from 1 upwards
 */
public record L7PolicySpec(
        @NotNull L7Action action,
        UUID redirectPoolId,
        @Size(max = 255, message = TOO_LONG) @Pattern(regexp = URL, message = NO_URL) String redirectUrl,
        @Size(max = 255, message = TOO_LONG) @Pattern(regexp = URL, message = NO_URL) String redirectPrefix,
        Integer redirectHttpCode,
        @NotNull @Min(1) @Max(LAST) @Default("2147483647") Integer position,
        @NotNull @Default("true") Boolean adminStateUp) {

    /** The position behind all others. */
    public static final int LAST = Integer.MAX_VALUE;

    private static final String TOO_LONG = "Value should have a maximum character requirement of {max}";
    private static final String NO_URL = "Value must be a valid URL string";
    private static final String ESCAPED = "%[0-9a-fA-F]{2}";
    private static final String PLAIN = "A-Za-z0-9._~!$&'()*+,;=\\-";

    /** An absolute HTTP or HTTPS URL of RFC 3986: nothing but ASCII, no blanks and no control characters. */
    public static final String URL = "(?i:https?)://"
            + "(?:(?:[" + PLAIN + ":]|" + ESCAPED + ")*+@)?"
            + "(?:\\[[0-9a-fA-F:.]++\\]|(?:[" + PLAIN + "]|" + ESCAPED + ")++)(?::\\d{0,5})?"
            + "(?:/(?:[" + PLAIN + ":@/]|" + ESCAPED + ")*+)?"
            + "(?:\\?(?:[" + PLAIN + ":@/?]|" + ESCAPED + ")*+)?"
            + "(?:#(?:[" + PLAIN + ":@/?]|" + ESCAPED + ")*+)?";

    /** The same policy with another pool to redirect to. */
    public L7PolicySpec withRedirectPool(UUID poolId) {
        return new L7PolicySpec(action, poolId, redirectUrl, redirectPrefix, redirectHttpCode, position, adminStateUp);
    }

    /** The same policy at another position. */
    public L7PolicySpec withPosition(int newPosition) {
        return new L7PolicySpec(
                action, redirectPoolId, redirectUrl, redirectPrefix, redirectHttpCode, newPosition, adminStateUp);
    }

    /** The same policy with that action, and only the target that belongs to it. */
    public L7PolicySpec withAction(L7Action newAction, Integer httpCode) {
        return new L7PolicySpec(
                newAction,
                newAction == L7Action.REDIRECT_TO_POOL ? redirectPoolId : null,
                newAction == L7Action.REDIRECT_TO_URL ? redirectUrl : null,
                newAction == L7Action.REDIRECT_PREFIX ? redirectPrefix : null,
                httpCode,
                position,
                adminStateUp);
    }
}
