package io.lbaas.driver.netscaler;

import static org.assertj.core.api.Assertions.assertThat;

import io.lbaas.driver.netscaler.config.LoadBalancerMapper;
import io.lbaas.driver.netscaler.config.NitroObject;
import io.lbaas.driver.netscaler.config.SupportCheck;
import io.lbaas.driver.netscaler.simulator.Expressions;
import io.lbaas.driver.spi.TlsMaterials;
import io.lbaas.model.DesiredLoadBalancer;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever stands in a field: it is refused, or there are the same objects, and their expressions have the same shape. */
class HostileTextPropertyTest {
    private static final Set<String> EXPRESSIONS = Set.of("rule", "resrule", "listenpolicy", "stringbuilderexpr");
    private static final Map<String, BiConsumer<SampleTree, String>> FIELDS = Map.ofEntries(
            entry("VIP address", (tree, text) -> tree.vips = List.of(text)),
            entry("header", (tree, text) -> tree.headers = Map.of(text, "true", "X-Forwarded-Proto", "true")),
            entry("CIDR", (tree, text) -> tree.cidrs = List.of(text, "fd00::/8")),
            entry("cookie", (tree, text) -> tree.cookie = text),
            entry("path", (tree, text) -> tree.path = text),
            entry("codes", (tree, text) -> tree.codes = text),
            entry("domain", (tree, text) -> tree.domain = text),
            entry("member", (tree, text) -> tree.member = text),
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

    private static List<NitroObject> objects(DesiredLoadBalancer tree) {
        return LoadBalancerMapper.map(tree, TlsMaterials.NONE).config().inOrder();
    }

    /** Kinds, names of attributes, and the shape of whatever is an expression. */
    private static List<String> shape(DesiredLoadBalancer tree) {
        return objects(tree).stream()
                .map(object -> object.type() + " "
                        + object.values().entrySet().stream()
                                .map(each -> each.getKey() + "=" + shape(object, each.getKey(), each.getValue()))
                                .toList())
                .toList();
    }

    private static Object shape(NitroObject object, String attribute, String value) {
        boolean expression = EXPRESSIONS.contains(attribute)
                || (attribute.equals("target") && object.type().resource().equals("responderaction"));
        return expression ? Expressions.shape(value) : "";
    }

    @Provide
    Arbitrary<String> hostile() {
        Arbitrary<String> valid = Arbitraries.of(
                "/health", "10.1.1.9", "10.0.0.0/9", "200", "www.example.com", "fd00::1", "http://a/", "\"a\tb\"");
        Arbitrary<String> special = Arbitraries.strings()
                .withChars("\n\r\t '\"\\#$%{}[]();,|&<>/.\0\u00a0\u2028")
                .withCharRange('a', 'c')
                .ofMaxLength(12);
        Arbitrary<String> any = Arbitraries.strings().all().ofMaxLength(20);
        Arbitrary<String> attack = Arbitraries.of(
                "\") || true",
                "/) || true || re/",
                "\r\nHost: x",
                "\\",
                "'",
                "\"",
                ")",
                "%20",
                "\" + HTTP.REQ.BODY(9)");
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
        if (field.equals("header")) {
            assertThat(text).isIn("X-Forwarded-For");
        } else if (field.equals("VIP address") || field.equals("CIDR")) {
            // An address of the other family has another list of networks before it.
            assertThat(objects(tree)).hasSameSizeAs(objects(sample().build()));
            shape(tree);
        } else {
            assertThat(shape(tree)).isEqualTo(shape(sample().build()));
        }
    }
}
