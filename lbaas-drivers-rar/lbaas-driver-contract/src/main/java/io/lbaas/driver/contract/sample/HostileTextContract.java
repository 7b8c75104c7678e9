package io.lbaas.driver.contract.sample;

import static org.assertj.core.api.Assertions.assertThat;

import io.lbaas.model.DesiredLoadBalancer;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever stands in a field: the driver refuses it, or renders as much as it does for harmless text. */
public abstract class HostileTextContract {
    private static final String SWITCHED = "X-Forwarded-For";

    private static final Map<String, BiConsumer<SampleTree, String>> HEADERS = Map.ofEntries(
            field("header", (tree, text) -> tree.headers(Map.of(text, "true"))),
            field("header value", (tree, text) -> tree.headers(Map.of(SWITCHED, text))));

    private static final Map<String, BiConsumer<SampleTree, String>> FIELDS = Map.ofEntries(
            field("VIP address", SampleTree::vips),
            field("CIDR", (tree, text) -> tree.cidrs(List.of(text, "fd00::/8"))),
            field("ciphers", SampleTree::ciphers),
            field("cookie", SampleTree::cookie),
            field("granularity", SampleTree::granularity),
            field("path", SampleTree::path),
            field("codes", SampleTree::codes),
            field("domain", SampleTree::domain),
            field("member", SampleTree::member),
            field("monitor address", SampleTree::monitorAddress),
            field("L7 header", (tree, text) -> tree.policies().header(text)),
            field("L7 cookie", (tree, text) -> tree.policies().cookie(text)),
            field("L7 value", (tree, text) -> tree.policies().value(text)),
            field("L7 regex", (tree, text) -> tree.policies().regex(text)),
            field("redirect URL", (tree, text) -> tree.policies().url(text)),
            field("redirect prefix", (tree, text) -> tree.policies().prefix(text)));

    /** The shapes of harmless trees, for each driver's test: they are compared with again and again. */
    private static final Map<List<Object>, Object> NEUTRAL = new ConcurrentHashMap<>();

    private static Map.Entry<String, BiConsumer<SampleTree, String>> field(
            String name, BiConsumer<SampleTree, String> setter) {
        return Map.entry(name, setter);
    }

    /** A tree that the driver takes, with as much in it as it can do. */
    protected abstract SampleTree sample();

    /** Whether the driver takes a tree. */
    protected abstract boolean acceptable(DesiredLoadBalancer tree);

    /** What of the rendered configuration is the same whatever harmless text stands in its fields. */
    protected abstract Object shape(DesiredLoadBalancer tree);

    /** Texts that mean something where they are not protected. */
    protected abstract List<String> attacks();

    @Provide
    final Arbitrary<String> hostile() {
        Arbitrary<String> valid = Arbitraries.of(
                "/health",
                "10.1.1.9",
                "10.0.0.0/9",
                "200",
                "www.example.com",
                "fd00::1",
                "http://a/",
                "http://[::1]/$x;a(b)'",
                "\"a\tb\"",
                "a$b#c");
        Arbitrary<String> special = Arbitraries.strings()
                .withChars("\n\r\t '\"\\#$%{}[]();,|&<>`/.\0\u00a0\u2028")
                .withCharRange('a', 'c')
                .ofMaxLength(12);
        Arbitrary<String> any = Arbitraries.strings().all().ofMaxLength(20);
        Arbitrary<String> attack = Arbitraries.of(attacks());
        return Arbitraries.oneOf(
                special, any, Combinators.combine(valid, attack).as(String::concat), valid);
    }

    @Provide
    final Arbitrary<String> fields() {
        return Arbitraries.of(FIELDS.keySet());
    }

    @Provide
    final Arbitrary<String> headers() {
        return Arbitraries.of(HEADERS.keySet());
    }

    @Property(tries = 5000)
    void text_never_becomes_more_than_a_value(@ForAll("fields") String field, @ForAll("hostile") String text) {
        SampleTree sample = sample();
        FIELDS.get(field).accept(sample, text);
        DesiredLoadBalancer tree = sample.build();
        DesiredLoadBalancer neutral = sample().build();
        if (!tree.equals(neutral) && acceptable(tree)) {
            assertThat(shape(tree)).isEqualTo(neutral(neutral));
        }
    }

    /** Each header is a switch for lines of the driver's own. */
    @Property(tries = 500)
    void headers_are_inserted_or_not(@ForAll("headers") String field, @ForAll("hostile") String text) {
        SampleTree sample = sample();
        HEADERS.get(field).accept(sample, text);
        DesiredLoadBalancer tree = sample.build();
        if (acceptable(tree)) {
            Object off = neutral(sample().headers(Map.of()).build());
            Object on = neutral(sample().headers(Map.of(SWITCHED, "true")).build());
            assertThat(shape(tree)).isIn(off, on);
        }
    }

    private Object neutral(DesiredLoadBalancer tree) {
        return NEUTRAL.computeIfAbsent(List.of(getClass(), tree), key -> shape(tree));
    }
}
