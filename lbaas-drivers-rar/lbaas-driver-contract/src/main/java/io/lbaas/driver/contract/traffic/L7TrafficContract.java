package io.lbaas.driver.contract.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import io.lbaas.driver.spi.DeviceReadException;
import io.lbaas.model.Algorithm;
import io.lbaas.model.DesiredLoadBalancer;
import io.lbaas.model.DesiredLoadBalancer.L7Policy;
import io.lbaas.model.DesiredLoadBalancer.L7Rule;
import io.lbaas.model.DesiredLoadBalancer.Listener;
import io.lbaas.model.DesiredLoadBalancer.Pool;
import io.lbaas.model.L7Action;
import io.lbaas.model.L7CompareType;
import io.lbaas.model.L7PolicySpec;
import io.lbaas.model.L7RuleSpec;
import io.lbaas.model.L7RuleType;
import io.lbaas.model.OperatingStatus;
import io.lbaas.model.PoolProtocol;
import io.lbaas.model.PoolSpec;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * What clients get where L7 policies decide.
 *
 * @param <D> the device
 */
public abstract class L7TrafficContract<D extends ServingDevice> extends TrafficFixture<D> {
    private static final UUID OTHER = UUID.randomUUID();

    private long generation;

    @Test
    void the_first_policy_that_matches_wins_whatever_its_action() throws IOException, InterruptedException {
        L7Policy toOther = policy(L7Action.REDIRECT_TO_POOL, path("/one"));
        L7Policy reject = policy(L7Action.REJECT, path("/o"));
        L7Policy toUrl = policy(L7Action.REDIRECT_TO_URL, path("/url"));
        L7Policy prefix = policy(L7Action.REDIRECT_PREFIX, path("/"));

        apply(toOther, reject, toUrl, prefix);
        assertThat(get("/one").body()).isEqualTo(two.name());
        assertThat(get("/o").statusCode()).isEqualTo(403);
        assertThat(location("/url")).isEqualTo("307 https://www.example.com/%20a?b=%5Bc");
        assertThat(location("/else?x=y")).isEqualTo("301 https://two.example.com/else?x=y");

        apply(reject, toOther);
        assertThat(get("/one").statusCode()).isEqualTo(403);
        assertThat(get("/else").body()).isEqualTo(one.name());
    }

    @Test
    void all_rules_of_a_policy_must_match() throws IOException, InterruptedException {
        L7RuleSpec agent = rule(L7RuleType.HEADER, L7CompareType.EQUAL_TO, "X-Agent", "\"a b\"", false);
        L7RuleSpec notA = rule(L7RuleType.PATH, L7CompareType.REGEX, null, "^/(a|b)$", true);
        apply(policy(L7Action.REJECT, agent, notA));

        assertThat(get("/c", "X-Agent", "a b").statusCode()).isEqualTo(403);
        assertThat(get("/a", "X-Agent", "a b").statusCode()).isEqualTo(200);
        assertThat(get("/c", "X-Agent", "a").statusCode()).isEqualTo(200);
        assertThat(get("/c").statusCode()).isEqualTo(200);
    }

    @Test
    void every_kind_of_rule_about_a_request_sees_what_it_should() throws IOException, InterruptedException {
        assertRejected(rule(L7RuleType.FILE_TYPE, L7CompareType.EQUAL_TO, null, "jpg", false), "/a.b/c.jpg", "/jpg");
        assertRejected(rule(L7RuleType.FILE_TYPE, L7CompareType.REGEX, null, "^jpe?g$", false), "/c.jpeg", "/c.jpegs");
        assertRejected(rule(L7RuleType.PATH, L7CompareType.ENDS_WITH, null, "/$'x", false), "/a/$'x", "/a/$'y");
        L7RuleSpec cookie = rule(L7RuleType.COOKIE, L7CompareType.CONTAINS, "a'b", "=", false);
        apply(policy(L7Action.REJECT, cookie));
        assertThat(get("/", "Cookie", "x=y; a'b=c=d").statusCode()).isEqualTo(403);
        assertThat(get("/", "Cookie", "x=c=d").statusCode()).isEqualTo(200);
        apply(policy(L7Action.REJECT, rule(L7RuleType.HEADER, L7CompareType.EQUAL_TO, "Accept", "b,c", false)));
        assertThat(get("/", "Accept", "b,c").statusCode()).isEqualTo(403);
        apply(policy(L7Action.REJECT, rule(L7RuleType.HEADER, L7CompareType.EQUAL_TO, "Accept", "c", false)));
        assertThat(get("/", "Accept", "b, c").statusCode()).isEqualTo(403);
        apply(policy(L7Action.REJECT, rule(L7RuleType.HOST_NAME, L7CompareType.STARTS_WITH, null, VIP, false)));
        assertThat(get("/").statusCode()).isEqualTo(403);
    }

    @Test
    void what_is_switched_off_does_nothing() throws IOException, InterruptedException {
        L7Policy reject = policy(L7Action.REJECT, path("/"));
        L7PolicySpec spec = reject.spec();
        L7PolicySpec off = new L7PolicySpec(spec.action(), null, null, null, null, 1, false);
        L7RuleSpec rule = path("/");
        L7RuleSpec ruleOff = new L7RuleSpec(rule.type(), rule.compareType(), null, rule.value(), false, false);

        apply(new L7Policy(reject.id(), off, reject.rules()));
        assertThat(get("/").statusCode()).isEqualTo(200);
        apply(policy(L7Action.REJECT, ruleOff));
        assertThat(get("/").statusCode()).isEqualTo(200);
        apply(policy(L7Action.REJECT));
        assertThat(get("/").statusCode()).isEqualTo(200);
    }

    @Test
    void a_policy_can_have_fifty_rules_and_a_long_target() throws IOException, InterruptedException {
        L7RuleSpec[] rules = Stream.generate(
                        () -> rule(L7RuleType.PATH, L7CompareType.EQUAL_TO, null, "/" + "x".repeat(250), true))
                .limit(50)
                .toArray(L7RuleSpec[]::new);
        String url = "http://a/" + "%20".repeat(82);
        L7Policy policy = policy(L7Action.REDIRECT_TO_URL, rules);
        L7PolicySpec spec = new L7PolicySpec(L7Action.REDIRECT_TO_URL, null, url, null, 302, 1, true);
        apply(new L7Policy(policy.id(), spec, policy.rules()));

        assertThat(location("/")).isEqualTo("302 " + url);
    }

    /** Some devices take a dollar sign, or what stands in braces, for a variable. */
    @Test
    void text_of_a_tenant_is_never_expanded() throws IOException, InterruptedException {
        L7Policy policy = policy(L7Action.REDIRECT_TO_URL, path("/"));
        String url = "http://a/$host$1&b='c'";
        L7PolicySpec spec = new L7PolicySpec(L7Action.REDIRECT_TO_URL, null, url, null, 302, 1, true);
        apply(new L7Policy(policy.id(), spec, policy.rules()));

        assertThat(location("/")).isEqualTo("302 " + url);
    }

    @Test
    void a_pool_that_only_a_policy_uses_is_in_service() throws DeviceReadException {
        apply(policy(L7Action.REDIRECT_TO_POOL, path("/one")));
        assertThat(driver.health(List.of(id)).byObject()).containsEntry(OTHER, OperatingStatus.ONLINE);
    }

    private void assertRejected(L7RuleSpec rule, String path, String notPath) throws IOException, InterruptedException {
        apply(policy(L7Action.REJECT, rule));
        assertThat(get(path).statusCode()).as(path).isEqualTo(403);
        assertThat(get(notPath).statusCode()).as(notPath).isEqualTo(200);
    }

    private void apply(L7Policy... policies) {
        DesiredLoadBalancer plain = tree(one);
        Listener listener = plain.listeners().get(0);
        List<Pool> pools = new ArrayList<>(plain.pools());
        pools.add(new Pool(
                OTHER,
                new PoolSpec(PoolProtocol.HTTP, Algorithm.ROUND_ROBIN, true, null),
                List.of(Trees.member(two.port(), 1, true)),
                null));
        DesiredLoadBalancer tree = new DesiredLoadBalancer(
                id,
                plain.vipAddresses(),
                plain.spec(),
                List.of(new Listener(listener.id(), listener.spec(), List.of(policies))),
                pools);
        completes(tree, ++generation);
    }

    private static L7Policy policy(L7Action action, L7RuleSpec... rules) {
        L7PolicySpec spec =
                switch (action) {
                    case REJECT -> new L7PolicySpec(action, null, null, null, null, 1, true);
                    case REDIRECT_TO_POOL -> new L7PolicySpec(action, OTHER, null, null, null, 1, true);
                    case REDIRECT_TO_URL ->
                        new L7PolicySpec(action, null, "https://www.example.com/%20a?b=%5Bc", null, 307, 1, true);
                    case REDIRECT_PREFIX ->
                        new L7PolicySpec(action, null, null, "https://two.example.com", 301, 1, true);
                };
        return new L7Policy(
                UUID.randomUUID(),
                spec,
                Stream.of(rules)
                        .map(rule -> new L7Rule(UUID.randomUUID(), rule))
                        .toList());
    }

    private static L7RuleSpec path(String prefix) {
        return rule(L7RuleType.PATH, L7CompareType.STARTS_WITH, null, prefix, false);
    }

    private static L7RuleSpec rule(L7RuleType type, L7CompareType compare, String key, String value, boolean invert) {
        return new L7RuleSpec(type, compare, key, value, invert, true);
    }

    private String location(String path) throws IOException, InterruptedException {
        HttpResponse<String> answer = get(path);
        return answer.statusCode() + " "
                + answer.headers().firstValue("Location").orElse("");
    }

    /** Over a connection of its own, since one that is kept stays with the configuration that it began with. */
    private HttpResponse<String> get(String path, String... header) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://" + VIP + ":" + port + path));
        if (header.length > 0) {
            request.headers(header);
        }
        return HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
}
