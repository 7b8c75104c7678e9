package io.lbaas.driver.haproxy.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.lbaas.driver.contract.sample.HostileTextContract;
import io.lbaas.driver.contract.sample.SampleTree;
import io.lbaas.model.DesiredLoadBalancer;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever stands in a field: it is refused, or the configuration has the same lines with as many words in each. */
class HostileTextPropertyTest extends HostileTextContract {

    @Override
    protected SampleTree sample() {
        return new SampleTree(Support.CAPABILITIES).withPolicies().monitorAddress("10.1.1.2");
    }

    @Override
    protected boolean acceptable(DesiredLoadBalancer tree) {
        return SupportCheck.check(tree).acceptable();
    }

    @Override
    protected List<Integer> shape(DesiredLoadBalancer tree) {
        RenderedConfig rendered = LoadBalancerRenderer.render(tree, GoldenFileTest.MATERIALS);
        Stream<String> named =
                rendered.files().stream().flatMap(file -> file.content().lines());
        return Stream.concat(rendered.lines().stream(), named.distinct())
                .map(line -> Words.of(line).size())
                .toList();
    }

    @Override
    protected List<String> attacks() {
        return List.of("\nbackend x", " disabled", "#", "%[src]", "$HOME", "\\", "'", "\"", "-f /etc/passwd", "%20");
    }

    /** Ciphers of TLS 1.3 and others go into two lists, one of which may be empty. */
    @Property(tries = 2000)
    void ciphers_never_become_more_than_two_lists(@ForAll("hostile") String text) {
        DesiredLoadBalancer tree = sample().secured().ciphers(text).build();
        if (!acceptable(tree)) {
            return;
        }
        List<List<String>> lines = words(tree);
        List<List<String>> neutral = words(sample().secured().ciphers("A").build());
        assertThat(lines).hasSameSizeAs(neutral);
        for (int i = 0; i < lines.size(); i++) {
            List<String> rest = new ArrayList<>(lines.get(i));
            rest.removeAll(List.of("ciphersuites", "ciphers"));
            rest.removeAll(List.of(text.split(":")));
            assertThat(rest.size()).isLessThanOrEqualTo(neutral.get(i).size());
        }
    }

    private static List<List<String>> words(DesiredLoadBalancer tree) {
        return LoadBalancerRenderer.render(tree, GoldenFileTest.MATERIALS).lines().stream()
                .map(Words::of)
                .toList();
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
