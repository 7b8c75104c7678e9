package io.lbaas.plugin.rule;

import static io.lbaas.model.ClientAuthentication.NONE;
import static io.lbaas.model.ListenerProtocol.PROMETHEUS;
import static io.lbaas.model.ListenerProtocol.TERMINATED_HTTPS;

import io.lbaas.model.ListenerSpec;
import io.lbaas.model.ListenerTls;
import io.lbaas.model.PoolSpec;
import io.lbaas.model.PoolTls;
import io.lbaas.model.Transport;
import io.lbaas.plugin.api.Fault;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.function.Function;

/** Combinations of TLS fields, and the defaults of those that say how it is spoken. */
final class TlsRules {

    private static final String EMPTY =
            "Empty %s list. Either specify at least one %s or remove this parameter to use" + " the default.";

    /** What a listener must not be, in the order in which it is told. */
    private static final List<Rule<ListenerSpec, ListenerTls>> OF_LISTENERS = List.of(
            new Rule<>(
                    (spec, tls) -> spec.protocol().transport() != Transport.TCP && refers(tls),
                    spec -> spec.protocol() + " protocol listener does not support TLS or header insertion."),
            new Rule<>(
                    (spec, tls) -> spec.protocol() != TERMINATED_HTTPS && spec.protocol() != PROMETHEUS && refers(tls),
                    spec -> "Certificate container references are not allowed on " + spec.protocol()
                            + " protocol listeners."),
            new Rule<>(
                    (spec, tls) -> tls.clientCaTlsContainerRef() != null
                            && tls.identities().isEmpty(),
                    "An SNI or default certificate container reference must be provided with a client CA container"
                            + " reference."),
            new Rule<>(
                    (spec, tls) -> spec.protocol() == TERMINATED_HTTPS
                            && tls.identities().isEmpty(),
                    "An SNI or default certificate container reference must be provided for TERMINATED_HTTPS protocol"
                            + " listeners."),
            new Rule<>(
                    (spec, tls) -> tls.clientAuthentication() != NONE && tls.clientCaTlsContainerRef() == null,
                    spec -> "Client authentication setting " + spec.tls().clientAuthentication()
                            + " requires a client CA container reference."),
            new Rule<>(
                    (spec, tls) -> tls.clientCrlContainerRef() != null && tls.clientCaTlsContainerRef() == null,
                    "A client authentication CA reference is required to specify a client authentication revocation"
                            + " list."),
            new Rule<>((spec, tls) -> empty(tls.tlsVersions()), EMPTY.formatted("TLS version", "TLS version")),
            new Rule<>((spec, tls) -> empty(tls.alpnProtocols()), EMPTY.formatted("ALPN protocol", "ALPN protocol")),
            new Rule<>(
                    (spec, tls) -> tls.hstsMaxAge() == null && (tls.hstsIncludeSubdomains() || tls.hstsPreload()),
                    "HSTS configuration options hsts_include_subdomains and hsts_preload only make sense if"
                            + " hsts_max_age is set as well."),
            new Rule<>(
                    (spec, tls) -> tls.hstsMaxAge() != null && spec.protocol() != TERMINATED_HTTPS,
                    "The HSTS feature can only be used for listeners using the TERMINATED_HTTPS protocol."));

    private static final List<Rule<PoolSpec, PoolTls>> OF_POOLS = List.of(
            new Rule<>(
                    (spec, tls) -> tls.tlsEnabled() && PoolRules.datagrams(spec.protocol()),
                    spec -> spec.protocol() + " protocol pools do not support TLS."),
            new Rule<>(
                    (spec, tls) -> tls.crlContainerRef() != null && tls.caTlsContainerRef() == null,
                    "A CA certificate reference is required to specify a revocation list."),
            new Rule<>((spec, tls) -> empty(tls.tlsVersions()), EMPTY.formatted("TLS version", "TLS version")),
            new Rule<>((spec, tls) -> empty(tls.alpnProtocols()), EMPTY.formatted("ALPN protocol", "ALPN protocol")));

    private TlsRules() {}

    /**
     * What must not be.
     *
     * @param words what is said of it
     */
    private record Rule<S, T>(BiPredicate<S, T> broken, Function<S, String> words) {

        Rule(BiPredicate<S, T> broken, String words) {
            this(broken, spec -> words);
        }

        void check(S spec, T tls) {
            if (broken.test(spec, tls)) {
                throw Fault.validation(words.apply(spec));
            }
        }
    }

    /**
     * The listener with its TLS defaults.
     *
     * @throws Fault INVALID
     */
    static ListenerSpec check(ListenerSpec spec) {
        OF_LISTENERS.forEach(rule -> rule.check(spec, spec.tls()));
        return spec.tls().identities().isEmpty()
                ? spec
                : spec.withTls(spec.tls().withDefaults());
    }

    /**
     * The pool with its TLS defaults.
     *
     * @throws Fault INVALID
     */
    static PoolSpec check(PoolSpec spec) {
        OF_POOLS.forEach(rule -> rule.check(spec, spec.tls()));
        return spec.tls().tlsEnabled() ? spec.withTls(spec.tls().withDefaults()) : spec;
    }

    private static boolean refers(ListenerTls tls) {
        return tls.references().findAny().isPresent();
    }

    private static boolean empty(List<?> list) {
        return list != null && list.isEmpty();
    }
}
