package io.lbaas.model;

import io.lbaas.model.attribute.Default;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/**
 * What a tenant asks of an L7 rule: a test of one part of a request. Text is what it is at the time of the check, and
 * case matters everywhere but in host names.
 *
 * @param key the name of the header, of the cookie or of the certificate's field; null for other types
 * @param value what to compare with; see {@link #text()}
 * @param invert whether the rule matches what it would not match otherwise
 */
public record L7RuleSpec(
        @NotNull L7RuleType type,
        @NotNull L7CompareType compareType,
        @Size(max = 255, message = TOO_LONG) @Pattern(regexp = ONE_LINE, message = MORE_LINES) String key,
        @NotNull @Size(max = 255, message = TOO_LONG) @Pattern(regexp = ONE_LINE, message = MORE_LINES) String value,
        @NotNull @Default("false") Boolean invert,
        @NotNull @Default("true") Boolean adminStateUp) {

    /** An RFC 9110 token, as the names of headers and cookies are. */
    public static final String TOKEN = "[A-Za-z0-9!#$%&'*+.^_`|~-]+";

    /** The name of a field in a certificate's subject. */
    public static final String DN_FIELD = "[a-zA-Z][A-Za-z0-9-]*";

    /** Printable ASCII, with blanks only between double quotes. */
    public static final String HEADER_VALUE = "[!-~]+|\"[\\t -~]*\"";

    public static final String COOKIE_VALUE = "[a-zA-Z0-9!#$%&'()*+,./:<=>?@\\[\\]^_`{|}~-]+";

    private static final String ONE_LINE = "[^\\r\\n]*";
    private static final String MORE_LINES = "Value should match the pattern ^[^\\\\r\\\\n]*$";
    private static final String TOO_LONG = "Value should have a maximum character requirement of {max}";

    /** The text to compare with: double quotes around a value are there for the blanks in it and no part of it. */
    public String text() {
        boolean quoted = compareType != L7CompareType.REGEX && value.length() > 1 && value.matches("\".*\"");
        return quoted ? value.substring(1, value.length() - 1) : value;
    }
}
