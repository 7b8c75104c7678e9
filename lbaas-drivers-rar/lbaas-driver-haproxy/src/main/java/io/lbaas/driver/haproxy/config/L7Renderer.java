package io.lbaas.driver.haproxy.config;

import io.lbaas.model.DesiredLoadBalancer.L7Policy;
import io.lbaas.model.DesiredLoadBalancer.L7Rule;
import io.lbaas.model.DesiredLoadBalancer.Listener;
import io.lbaas.model.DesiredLoadBalancer.Pool;
import io.lbaas.model.L7Action;
import io.lbaas.model.L7CompareType;
import io.lbaas.model.L7PolicySpec;
import io.lbaas.model.L7RuleSpec;
import io.lbaas.model.ObjectRef;
import io.lbaas.model.ObjectType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Renders the L7 policies of a listener so that the first one that matches wins. HAProxy itself would obey every
 * {@code http-request} before any {@code use_backend}, therefore a policy that chooses a pool only notes it, and those
 * after it look whether one is noted already.
 */
final class L7Renderer {
    private static final Word IF = Word.literal("if");
    private static final Word ROUTED = Word.literal("routed");

    private static final Map<L7CompareType, String> METHODS = Map.of(
            L7CompareType.EQUAL_TO, "str",
            L7CompareType.STARTS_WITH, "beg",
            L7CompareType.ENDS_WITH, "end",
            L7CompareType.CONTAINS, "sub",
            L7CompareType.REGEX, "reg");

    private L7Renderer() {}

    /** Renders the policies that are in service; without a rule in service a policy never matches. */
    static void render(ConfigWriter.Section frontend, Listener listener, List<Pool> pools) {
        List<L7Policy> policies = listener.l7Policies().stream()
                .filter(policy -> policy.spec().adminStateUp() && !rules(policy).isEmpty())
                .filter(policy -> policy.spec().action() != L7Action.REDIRECT_TO_POOL
                        || pools.stream()
                                .anyMatch(pool -> pool.id().equals(policy.spec().redirectPoolId())))
                .toList();
        if (policies.isEmpty()) {
            return;
        }
        frontend.add("acl routed var(txn.pool) -m found");
        policies.forEach(policy -> render(frontend, listener, policy));
        frontend.add("use_backend", Word.quoted("%[var(txn.pool)]"), IF, ROUTED);
    }

    private static List<L7Rule> rules(L7Policy policy) {
        return policy.rules().stream()
                .filter(rule -> rule.spec().adminStateUp())
                .toList();
    }

    private static void render(ConfigWriter.Section frontend, Listener listener, L7Policy policy) {
        ObjectRef owner = new ObjectRef(ObjectType.L7_POLICY, policy.id());
        List<Word> condition = new ArrayList<>(List.of(IF, Word.not(ROUTED)));
        for (L7Rule rule : rules(policy)) {
            acl(frontend, rule);
            Word name = Word.id(rule.id());
            condition.add(rule.spec().invert() ? Word.not(name) : name);
        }
        L7PolicySpec spec = policy.spec();
        switch (spec.action()) {
            case REJECT -> frontend.add(owner, "http-request deny deny_status 403", condition);
            case REDIRECT_TO_POOL -> {
                Word backend = Word.fetch(
                        "str",
                        ConfigObjects.backend(listener, spec.redirectPoolId()).toString());
                frontend.add(owner, "http-request set-var(txn.pool)", joined(List.of(backend), condition));
            }
            case REDIRECT_TO_URL ->
                frontend.add(owner, "http-request redirect location", joined(to(spec.redirectUrl(), spec), condition));
            case REDIRECT_PREFIX ->
                frontend.add(owner, "http-request redirect prefix", joined(to(spec.redirectPrefix(), spec), condition));
        }
    }

    private static List<Word> to(String url, L7PolicySpec spec) {
        return List.of(Word.format(url), Word.literal("code"), Word.number(spec.redirectHttpCode()));
    }

    private static List<Word> joined(List<Word> words, List<Word> condition) {
        List<Word> all = new ArrayList<>(words);
        all.addAll(condition);
        return all;
    }

    private static void acl(ConfigWriter.Section frontend, L7Rule rule) {
        L7RuleSpec spec = rule.spec();
        List<Word> words = new ArrayList<>();
        words.add(Word.id(rule.id()));
        switch (spec.type()) {
            case HOST_NAME -> compare(words, spec, Word.fetch("req.hdr", "host"), Word.literal("-i"));
            case PATH -> compare(words, spec, Word.literal("path"));
            // What stands behind the last dot.
            case FILE_TYPE -> compare(words, spec, Word.quoted("path,field(-1,.)"));
            // HAProxy splits a header at its commas, so that a value with one is found only in the whole of it.
            case HEADER ->
                compare(words, spec, Word.fetch(spec.text().contains(",") ? "req.fhdr" : "req.hdr", spec.key()));
            case COOKIE -> compare(words, spec, Word.fetch("req.cook", spec.key()));
            case SSL_DN_FIELD -> compare(words, spec, Word.fetch("ssl_c_s_dn", spec.key()));
            case SSL_CONN_HAS_CERT -> words.add(Word.literal("ssl_c_used"));
            case SSL_VERIFY_RESULT -> {
                words.add(Word.literal("ssl_c_verify"));
                words.add(Word.number(Integer.parseInt(spec.value())));
            }
        }
        frontend.add(new ObjectRef(ObjectType.L7_RULE, rule.id()), "acl", words);
    }

    /** The two hyphens end the flags, so that the text cannot be taken for one. */
    private static void compare(List<Word> words, L7RuleSpec spec, Word... sample) {
        words.addAll(List.of(sample));
        words.add(Word.literal("-m"));
        words.add(Word.literal(METHODS.get(spec.compareType())));
        words.add(Word.literal("--"));
        words.add(Word.quoted(spec.text()));
    }
}
