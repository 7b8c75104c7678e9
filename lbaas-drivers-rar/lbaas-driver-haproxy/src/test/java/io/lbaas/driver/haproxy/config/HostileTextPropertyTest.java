package io.lbaas.driver.haproxy.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.lbaas.driver.spi.TlsMaterial;
import io.lbaas.driver.spi.TlsMaterials;
import io.lbaas.model.DesiredLoadBalancer;
import io.lbaas.model.ListenerProtocol;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever stands in a field: it is refused, or the configuration has the same lines with as many words in each. */
class HostileTextPropertyTest {
    private static final TlsMaterials MATERIALS =
            new TlsMaterials(Map.of(SampleTree.REFERENCE, new TlsMaterial("certificate\n", "key\n", "")));

    private static final List<Integer> NEUTRAL = shape(sample().build());

    private static final List<String> NEUTRAL_LINES =
            LoadBalancerRenderer.render(sample().build(), TlsMaterials.NONE).lines();

    private static final Map<String, BiConsumer<SampleTree, String>> FIELDS = Map.ofEntries(
            entry("VIP address", (tree, text) -> tree.vip = text),
            entry("header", (tree, text) -> tree.headers = Map.of(text, "true")),
            entry("header value", (tree, text) -> tree.headers = Map.of("X-Forwarded-For", text)),
            entry("CIDR", (tree, text) -> tree.cidrs = List.of(text, "fd00::/8")),
            entry("cookie", (tree, text) -> tree.cookie = text),
            entry("path", (tree, text) -> tree.path = text),
            entry("codes", (tree, text) -> tree.codes = text),
            entry("domain", (tree, text) -> tree.domain = text),
            entry("member", (tree, text) -> tree.member = text),
            entry("monitor address", (tree, text) -> tree.monitorAddress = text),
            entry("L7 key", (tree, text) -> tree.key = text),
            entry("L7 value", (tree, text) -> tree.value = text),
            entry("L7 regex", (tree, text) -> tree.regex = text),
            entry("redirect URL", (tree, text) -> tree.url = text),
            entry("redirect prefix", (tree, text) -> tree.prefix = text));

    private static Map.Entry<String, BiConsumer<SampleTree, String>> entry(
            String name, BiConsumer<SampleTree, String> field) {
        return Map.entry(name, field);
    }

    private static SampleTree sample() {
        SampleTree sample = new SampleTree();
        sample.l7 = true;
        return sample;
    }

    private static List<Integer> shape(DesiredLoadBalancer tree) {
        RenderedConfig rendered = LoadBalancerRenderer.render(tree, TlsMaterials.NONE);
        Stream<String> named =
                rendered.files().stream().flatMap(file -> file.content().lines());
        return Stream.concat(rendered.lines().stream(), named.distinct())
                .map(line -> Words.of(line).size())
                .toList();
    }

    @Provide
    Arbitrary<String> hostile() {
        Arbitrary<String> valid = Arbitraries.of(
                "/health", "10.1.1.1", "10.0.0.0/8", "200", "www.example.com", "fd00::1", "http://a/", "\"a\tb\"");
        Arbitrary<String> special = Arbitraries.strings()
                .withChars("\n\r\t '\"\\#$%{}[]();,|&<>\0\u00a0\u2028")
                .withCharRange('a', 'c')
                .ofMaxLength(12);
        Arbitrary<String> any = Arbitraries.strings().all().ofMaxLength(20);
        Arbitrary<String> attack = Arbitraries.of(
                "\nbackend x", " disabled", "#", "%[src]", "$HOME", "\\", "'", "\"", "-f /etc/passwd", "%20");
        return Arbitraries.oneOf(
                special, any, Combinators.combine(valid, attack).as(String::concat), valid);
    }

    @Provide
    Arbitrary<String> fields() {
        return Arbitraries.of(FIELDS.keySet());
    }

    @Property(tries = 5000)
    void text_never_becomes_more_than_a_word(@ForAll("fields") String field, @ForAll("hostile") String text) {
        SampleTree sample = sample();
        FIELDS.get(field).accept(sample, text);
        DesiredLoadBalancer tree = sample.build();
        if (!SupportCheck.check(tree).acceptable()) {
            return;
        }
        if (field.startsWith("header")) {
            // Each header is a switch for a line of ours.
            assertThat(NEUTRAL_LINES)
                    .containsAll(
                            LoadBalancerRenderer.render(tree, TlsMaterials.NONE).lines());
        } else {
            assertThat(shape(tree)).isEqualTo(NEUTRAL);
        }
    }

    /** Ciphers of TLS 1.3 and others go into two lists, one of which may be empty. */
    @Property(tries = 2000)
    void ciphers_never_become_more_than_two_lists(@ForAll("hostile") String text) {
        SampleTree sample = sample();
        sample.protocol = ListenerProtocol.TERMINATED_HTTPS;
        sample.ciphers = text;
        DesiredLoadBalancer tree = sample.build();
        if (!SupportCheck.check(tree).acceptable()) {
            return;
        }
        List<List<String>> lines = LoadBalancerRenderer.render(tree, MATERIALS).lines().stream()
                .map(Words::of)
                .toList();
        sample.ciphers = "A";
        List<List<String>> neutral = LoadBalancerRenderer.render(sample.build(), MATERIALS).lines().stream()
                .map(Words::of)
                .toList();
        assertThat(lines).hasSameSizeAs(neutral);
        for (int i = 0; i < lines.size(); i++) {
            List<String> rest = new ArrayList<>(lines.get(i));
            rest.removeAll(List.of("ciphersuites", "ciphers"));
            rest.removeAll(List.of(text.split(":")));
            assertThat(rest.size()).isLessThanOrEqualTo(neutral.get(i).size());
        }
    }

    @Property
    void quoted_text_is_read_back_as_it_was(@ForAll("printable") String text) {
        assertThat(Words.of("uri " + Word.quoted(text))).containsExactly("uri", text);
    }

    @Provide
    Arbitrary<String> printable() {
        return Arbitraries.strings().withCharRange(' ', '~').ofMaxLength(20);
    }
}
