package io.lbaas.driver.haproxy.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RuntimeChangesTest {
    private static final String ONE = "    server one 10.0.0.1:80 weight 1 check inter 5s fall 3 rise 2";
    private static final String TWO = "    server two 10.0.0.2:80 weight 1";

    private static List<String> config(String... servers) {
        return Stream.concat(Stream.of("backend p:l", "    mode http"), Stream.of(servers))
                .toList();
    }

    private static String file(char digit, String suffix) {
        return UUID.nameUUIDFromBytes(new byte[0]) + "-" + String.valueOf(digit).repeat(64) + suffix;
    }

    /** The content of a file is its own name, and that of a list the names of two identities. */
    private static Optional<RuntimeChanges> between(List<String> before, List<String> after) throws IOException {
        return RuntimeChanges.between(before, after, name -> switch (name.charAt(40)) {
            case 'a' -> file('1', ".pem") + "\n" + file('2', ".pem") + "\n";
            case 'b' -> file('1', ".pem") + "\n" + file('3', ".pem") + "\n";
            case 'c' -> file('1', ".pem") + "\n";
            default -> name;
        });
    }

    private static List<String> commands(List<String> before, List<String> after) throws IOException {
        RuntimeChanges changes = between(before, after).orElseThrow();
        Stream<String> commands = changes.commands().stream().map(RuntimeChanges.Command::text);
        return Stream.of(changes.leftovers().stream(), commands, changes.removals().stream())
                .flatMap(Function.identity())
                .toList();
    }

    @Test
    void same_configuration_needs_nothing() throws IOException {
        assertThat(commands(config(ONE, TWO), config(TWO, ONE))).isEmpty();
    }

    @Test
    void member_is_added_checked_and_enabled() throws IOException {
        assertThat(commands(config(TWO), config(TWO, ONE)))
                .containsExactly(
                        "del server p:l/one",
                        "add server p:l/one 10.0.0.1:80 weight 1 check inter 5s fall 3 rise 2",
                        "enable health p:l/one",
                        "enable server p:l/one");
    }

    @Test
    void member_that_is_added_gets_a_cookie() throws IOException {
        String key = "    dynamic-cookie-key p";
        assertThat(commands(config(key), config(key, TWO))).endsWith("set dynamic-cookie-key backend p:l p");
        assertThat(commands(config(key, TWO), config(key))).noneMatch(command -> command.contains("cookie"));
    }

    @Test
    void member_that_is_off_is_added_but_not_enabled() throws IOException {
        assertThat(commands(config(), config(TWO + " disabled")))
                .containsExactly("del server p:l/two", "add server p:l/two 10.0.0.2:80 weight 1");
    }

    @Test
    void member_takes_no_more_requests_before_it_is_removed() throws IOException {
        assertThat(commands(config(ONE, TWO), config(ONE)))
                .containsExactly("set server p:l/two state maint", "del server p:l/two");
    }

    @Test
    void weight_and_admin_state_are_set() throws IOException {
        assertThat(commands(config(TWO), config(TWO.replace("weight 1", "weight 0") + " disabled")))
                .containsExactly("set server p:l/two weight 0", "set server p:l/two state maint");
        assertThat(commands(config(TWO + " disabled"), config(TWO))).containsExactly("set server p:l/two state ready");
    }

    @Test
    void all_else_needs_a_reload() throws IOException {
        assertThat(between(config(ONE), config(ONE.replace("inter 5s", "inter 6s"))))
                .isEmpty();
        assertThat(between(config(TWO), config(TWO + " backup"))).isEmpty();
        assertThat(between(config(), config(TWO + " a;b"))).isEmpty();
        assertThat(between(config(TWO), List.of("backend p:l", "    mode tcp", TWO)))
                .isEmpty();
        assertThat(between(config(TWO), List.of("backend q:l", "    mode http", TWO)))
                .isEmpty();
    }

    @Test
    void options_lose_their_quotes_in_commands() throws IOException {
        assertThat(commands(config(), config(TWO + " ssl ciphers 'a:b'")))
                .contains("add server p:l/two 10.0.0.2:80 weight 1 ssl ciphers a:b");
    }

    @Test
    void address_is_set() throws IOException {
        assertThat(commands(config(TWO), config(TWO.replace("10.0.0.2:80", "[fd00::1]:81"))))
                .containsExactly("set server p:l/two addr fd00::1 port 81");
    }

    @Test
    void limit_is_set_where_there_was_one() throws IOException {
        List<String> ten = List.of("frontend l", "    maxconn 10");
        assertThat(commands(ten, List.of("frontend l", "    maxconn 20"))).containsExactly("set maxconn frontend l 20");
        assertThat(between(ten, List.of("frontend l"))).isEmpty();
    }

    @Test
    void file_takes_the_place_of_another() throws IOException {
        List<Replacement> replacements = between(
                        List.of("frontend l", "    acl allowed src -f " + file('4', ".lst")),
                        List.of("frontend l", "    acl allowed src -f " + file('5', ".lst")))
                .orElseThrow()
                .replacements();
        assertThat(replacements)
                .containsExactly(
                        new Replacement(FileKind.ADDRESSES, file('4', ".lst"), file('5', ".lst"), file('5', ".lst")));
    }

    @Test
    void list_is_replaced_with_what_it_names() throws IOException {
        List<String> before = List.of("frontend l", "    bind :1 ssl crt-list " + file('a', ".pem"));
        assertThat(between(before, List.of("frontend l", "    bind :1 ssl crt-list " + file('b', ".pem")))
                        .orElseThrow()
                        .replacements())
                .extracting(Replacement::kind, Replacement::before, Replacement::after)
                .containsExactly(
                        tuple(FileKind.IDENTITIES, file('a', ".pem"), file('b', ".pem")),
                        tuple(FileKind.IDENTITY, file('2', ".pem"), file('3', ".pem")));
        assertThat(between(before, List.of("frontend l", "    bind :1 ssl crt-list " + file('c', ".pem"))))
                .isEmpty();
    }

    @Test
    void file_with_two_successors_or_two_predecessors_needs_a_reload() throws IOException {
        List<String> same = List.of("ca-file " + file('4', ".pem"), "crl-file " + file('4', ".pem"));
        List<String> apart = List.of("ca-file " + file('4', ".pem"), "crl-file " + file('5', ".pem"));
        assertThat(between(same, apart)).isEmpty();
        assertThat(between(apart, same)).isEmpty();
    }
}
