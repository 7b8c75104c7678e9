package io.lbaas.driver.nginx.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.lbaas.driver.contract.sample.HostileTextContract;
import io.lbaas.driver.contract.sample.SampleTree;
import io.lbaas.model.DesiredLoadBalancer;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever stands in a field: it is refused, or the configuration has the same lines with as many words in each. */
class HostileTextPropertyTest extends HostileTextContract {

    @Override
    protected SampleTree sample() {
        return new SampleTree(Support.CAPABILITIES).withPolicies();
    }

    @Override
    protected boolean acceptable(DesiredLoadBalancer tree) {
        return SupportCheck.check(tree).acceptable();
    }

    @Override
    protected List<Integer> shape(DesiredLoadBalancer tree) {
        return LoadBalancerRenderer.render(tree, GoldenFileTest.MATERIALS).texts().values().stream()
                .flatMap(text -> Directives.of(text).stream())
                .map(List::size)
                .toList();
    }

    @Override
    protected List<String> attacks() {
        return List.of(
                "\n}\nserver {",
                "; deny all",
                "#",
                "$remote_addr",
                "${lbaas_path}",
                "\"; }",
                "(?<lbaas_path>x)",
                "\\",
                "'",
                "\"",
                "-f /etc/passwd",
                "%20");
    }

    /** Ciphers of TLS 1.3 and others go into two directives, each of which may be missing. */
    @Property(tries = 500)
    void ciphers_never_become_more_than_words(@ForAll("hostile") String text) {
        DesiredLoadBalancer tree = sample().secured().ciphers(text).build();
        if (acceptable(tree)) {
            List<Integer> neutral = shape(sample().secured().ciphers("TLS_A:A").build());
            List<Integer> shape = shape(tree);
            assertThat(shape).isSubsetOf(neutral).hasSizeLessThanOrEqualTo(neutral.size());
        }
    }

    @Property
    void quoted_text_is_read_back_as_it_was(@ForAll("printable") String text) {
        assertThat(Directives.of("uri " + Word.quoted(text) + ";")).containsExactly(List.of("uri", text, ";"));
    }

    @Provide
    Arbitrary<String> printable() {
        return Arbitraries.strings().withCharRange(' ', '~').ofMaxLength(20);
    }
}
