package io.lbaas.driver.bigip.device;

import io.lbaas.driver.bigip.declaration.Declared;
import io.lbaas.driver.bigip.declaration.Mark;
import io.lbaas.driver.bigip.declaration.Names;
import io.lbaas.driver.spi.OperationToken;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a change is found again by: its task, and what the tenant will say of itself.
 *
 * @param task AS3's id of it
 */
record Token(String task, UUID loadBalancerId, Mark mark) {
    private static final Pattern FORM = Pattern.compile(
            "([^ ]{1,200}) ([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}) (\\d{1,18}) ([0-9a-f]{64}|removed)");
    private static final String REMOVED = "removed";

    static Token of(String task, Declared declared) {
        return new Token(task, declared.loadBalancerId(), declared.mark());
    }

    static Optional<Token> read(OperationToken token) {
        Matcher parts = FORM.matcher(token.opaque());
        if (!parts.matches()) {
            return Optional.empty();
        }
        String digest = parts.group(4).equals(REMOVED) ? "" : parts.group(4);
        return Optional.of(new Token(
                parts.group(1), UUID.fromString(parts.group(2)), new Mark(Long.parseLong(parts.group(3)), digest)));
    }

    OperationToken written() {
        return new OperationToken(task + " " + loadBalancerId + " " + mark.generation() + " "
                + (mark.tombstone() ? REMOVED : mark.digest()));
    }

    String tenant() {
        return Names.tenant(loadBalancerId);
    }
}
