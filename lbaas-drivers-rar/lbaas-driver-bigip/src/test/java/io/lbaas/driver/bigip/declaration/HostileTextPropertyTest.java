package io.lbaas.driver.bigip.declaration;

import static org.assertj.core.api.Assertions.assertThat;

import io.lbaas.driver.bigip.simulator.Schema;
import io.lbaas.driver.spi.Change;
import io.lbaas.model.DesiredLoadBalancer;
import io.lbaas.model.ListenerTls;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever stands in a field: it is refused, or the declaration is valid and has the same structure. */
class HostileTextPropertyTest {
    private static final String NEUTRAL = shape(declaration(sample().build()));

    private static final Map<String, BiConsumer<SampleTree, String>> FIELDS = Map.ofEntries(
            entry("VIP address", (tree, text) -> tree.vip = text),
            entry("header", (tree, text) -> tree.headers = Map.of(text, "true")),
            entry("header value", (tree, text) -> tree.headers = Map.of("X-Forwarded-For", text)),
            entry("CIDR", (tree, text) -> tree.cidrs = List.of(text, "fd00::/8")),
            entry("cookie", (tree, text) -> tree.cookie = text),
            entry("path", (tree, text) -> tree.path = text),
            entry("codes", (tree, text) -> tree.codes = text),
            entry("domain", (tree, text) -> tree.domain = text),
            entry("member", (tree, text) -> tree.members = List.of(SampleTree.checkedElsewhere(text, "10.1.1.2"))),
            entry(
                    "monitor address",
                    (tree, text) -> tree.members = List.of(SampleTree.checkedElsewhere("10.1.1.1", text))),
            entry("ciphers", (tree, text) -> tree.tls = ciphers(tree.tls, text)),
            entry("L7 key", (tree, text) -> tree.key = text),
            entry("L7 value", (tree, text) -> tree.value = text),
            entry("redirect URL", (tree, text) -> tree.url = text),
            entry("redirect prefix", (tree, text) -> tree.prefix = text));

    private static Map.Entry<String, BiConsumer<SampleTree, String>> entry(
            String name, BiConsumer<SampleTree, String> field) {
        return Map.entry(name, field);
    }

    private static ListenerTls ciphers(ListenerTls tls, String ciphers) {
        return new ListenerTls(
                tls.defaultTlsContainerRef(),
                tls.sniContainerRefs(),
                tls.clientCaTlsContainerRef(),
                null,
                tls.clientAuthentication(),
                ciphers,
                tls.tlsVersions(),
                tls.alpnProtocols(),
                null,
                false,
                false);
    }

    private static SampleTree sample() {
        SampleTree sample = new SampleTree().terminated();
        sample.l7 = true;
        sample.tls = ciphers(sample.tls, "DEFAULT");
        sample.members = List.of(SampleTree.checkedElsewhere("10.1.1.1", "10.1.1.2"));
        return sample;
    }

    private static JsonObject declaration(DesiredLoadBalancer tree) {
        Change change = new Change.Apply(tree, 1, Instant.MAX, SampleTree.MATERIALS);
        return Declared.declaration(List.of(Declared.of(change, "auto")), Map.of());
    }

    /** Names, nesting and kinds, and in scripts the number of words in each line. */
    private static String shape(JsonValue value) {
        if (value instanceof JsonObject object) {
            return object.entrySet().stream()
                    .map(entry -> entry.getKey() + "=" + shape(entry.getKey(), entry.getValue()))
                    .collect(Collectors.joining(",", "{", "}"));
        }
        if (value instanceof JsonArray array) {
            return array.stream().map(HostileTextPropertyTest::shape).collect(Collectors.joining(",", "[", "]"));
        }
        return value.getValueType().toString();
    }

    private static String shape(String name, JsonValue value) {
        if (name.equals("iRule") && value instanceof JsonString script) {
            return script.getString().lines().map(line -> structure(line)).collect(Collectors.joining("\n"));
        }
        // As many as there are words in a list.
        if (name.equals("cipherSuites")) {
            return name;
        }
        return shape(value);
    }

    /** A line without what is escaped and without plain letters. */
    private static String structure(String line) {
        return line.replaceAll("\\\\.", "").replaceAll("[^\\[\\]{}$\";\\\\ \t#]", "");
    }

    @Provide
    Arbitrary<String> hostile() {
        Arbitrary<String> valid = Arbitraries.of(
                "/health",
                "10.1.1.1",
                "10.0.0.0/8",
                "200",
                "www.example.com",
                "fd00::1",
                "http://a/",
                "http://[::1]/$x;a(b)'",
                "\"a\tb\"",
                "a$b#c");
        Arbitrary<String> special = Arbitraries.strings()
                .withChars("\n\r\t '\"\\#$%{}[]();,|&<>`\0\u00a0\u2028")
                .withCharRange('a', 'c')
                .ofMaxLength(12);
        Arbitrary<String> any = Arbitraries.strings().all().ofMaxLength(20);
        Arbitrary<String> attack = Arbitraries.of(
                "[exec id]", "}\nwhen CLIENT_ACCEPTED {", "$::env", "`/x/y`", "\\", "'", "\"", "tcl:", "\\r\\n\\r\\n");
        return Arbitraries.oneOf(
                special, any, Combinators.combine(valid, attack).as(String::concat), valid);
    }

    @Provide
    Arbitrary<String> fields() {
        return Arbitraries.of(FIELDS.keySet());
    }

    @Property(tries = 5000)
    void text_never_becomes_more_than_a_value(@ForAll("fields") String field, @ForAll("hostile") String text) {
        SampleTree sample = sample();
        FIELDS.get(field).accept(sample, text);
        DesiredLoadBalancer tree = sample.build();
        if (!SupportCheck.check(tree).acceptable()) {
            return;
        }
        JsonObject declaration = declaration(tree);
        assertThat(Schema.check(declaration)).isEmpty();
        // A header is a switch for lines of ours.
        if (!field.startsWith("header")) {
            assertThat(shape(declaration)).isEqualTo(NEUTRAL);
        }
    }

    @Property
    void a_word_of_tcl_is_read_back_as_it_was(@ForAll("printable") String text) {
        assertThat(TclWords.of("persist " + Tcl.word(text))).containsExactly("persist", text);
    }

    @Provide
    Arbitrary<String> printable() {
        return Arbitraries.strings().withCharRange('!', '~').ofMinLength(1).ofMaxLength(20);
    }
}
