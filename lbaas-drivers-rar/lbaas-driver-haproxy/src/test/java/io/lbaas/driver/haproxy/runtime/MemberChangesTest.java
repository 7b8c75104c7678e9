package io.lbaas.driver.haproxy.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class MemberChangesTest {
    private static final String ONE = "    server one 10.0.0.1:80 weight 1 check inter 5s fall 3 rise 2";
    private static final String TWO = "    server two 10.0.0.2:80 weight 1";

    private static List<String> config(String... servers) {
        return Stream.concat(Stream.of("backend p:l", "    mode http"), Stream.of(servers))
                .toList();
    }

    private static List<String> commands(List<String> before, List<String> after) {
        MemberChanges changes = MemberChanges.between(before, after).orElseThrow();
        Stream<String> commands = changes.commands().stream().map(MemberChanges.Command::text);
        return Stream.of(changes.leftovers().stream(), commands, changes.removals().stream())
                .flatMap(Function.identity())
                .toList();
    }

    @Test
    void same_configuration_needs_nothing() {
        assertThat(commands(config(ONE, TWO), config(TWO, ONE))).isEmpty();
    }

    @Test
    void member_is_added_checked_and_enabled() {
        assertThat(commands(config(TWO), config(TWO, ONE)))
                .containsExactly(
                        "del server p:l/one",
                        "add server p:l/one 10.0.0.1:80 weight 1 check inter 5s fall 3 rise 2",
                        "enable health p:l/one",
                        "enable server p:l/one");
    }

    @Test
    void member_that_is_added_gets_a_cookie() {
        String key = "    dynamic-cookie-key p";
        assertThat(commands(config(key), config(key, TWO))).endsWith("set dynamic-cookie-key backend p:l p");
        assertThat(commands(config(key, TWO), config(key))).noneMatch(command -> command.contains("cookie"));
    }

    @Test
    void member_that_is_off_is_added_but_not_enabled() {
        assertThat(commands(config(), config(TWO + " disabled")))
                .containsExactly("del server p:l/two", "add server p:l/two 10.0.0.2:80 weight 1");
    }

    @Test
    void member_takes_no_more_requests_before_it_is_removed() {
        assertThat(commands(config(ONE, TWO), config(ONE)))
                .containsExactly("set server p:l/two state maint", "del server p:l/two");
    }

    @Test
    void weight_and_admin_state_are_set() {
        assertThat(commands(config(TWO), config(TWO.replace("weight 1", "weight 0") + " disabled")))
                .containsExactly("set server p:l/two weight 0", "set server p:l/two state maint");
        assertThat(commands(config(TWO + " disabled"), config(TWO))).containsExactly("set server p:l/two state ready");
    }

    @Test
    void all_else_needs_a_reload() {
        assertThat(MemberChanges.between(config(ONE), config(ONE.replace("inter 5s", "inter 6s"))))
                .isEmpty();
        assertThat(MemberChanges.between(config(TWO), config(TWO + " backup"))).isEmpty();
        assertThat(MemberChanges.between(config(), config(TWO + " ssl verify none")))
                .isEmpty();
        assertThat(MemberChanges.between(config(TWO), List.of("backend p:l", "    mode tcp", TWO)))
                .isEmpty();
        assertThat(MemberChanges.between(config(TWO), List.of("backend q:l", "    mode http", TWO)))
                .isEmpty();
    }
}
