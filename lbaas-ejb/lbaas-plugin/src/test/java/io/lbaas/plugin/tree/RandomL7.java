package io.lbaas.plugin.tree;

import io.lbaas.model.L7Action;
import io.lbaas.model.L7CompareType;
import io.lbaas.model.L7PolicySpec;
import io.lbaas.model.L7RuleSpec;
import io.lbaas.model.L7RuleType;
import io.lbaas.plugin.Samples;
import io.lbaas.plugin.entity.L7Policy;
import io.lbaas.plugin.entity.L7Rule;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Random changes of L7 policies and rules; what is switched off is what {@link ModelDevice} does not like. */
final class RandomL7 {

    private static final int POSITIONS = 4;

    private RandomL7() {}

    /**
     * One change.
     *
     * @param pool where a policy may redirect to; it may not be there
     */
    static Consumer<TreeEditor> change(LoadBalancerTree tree, Random random, UUID listener, UUID pool, boolean good) {
        UUID policy = any(tree.l7Policies(), random).map(L7Policy::id).orElse(listener);
        Optional<L7Rule> rule = any(tree.l7Rules(), random);
        UUID ruleId = rule.map(L7Rule::id).orElse(policy);
        UUID policyOfRule = rule.map(L7Rule::policyId).orElse(policy);
        L7PolicySpec spec = policy(1 + random.nextInt(POSITIONS), random.nextBoolean() ? pool : null, good);
        return switch (random.nextInt(7)) {
            case 0, 1 -> editor -> editor.l7Policies().create(listener, Samples.LABELS, spec);
            case 2 -> editor -> editor.l7Policies().update(policy, Samples.patch(old -> spec));
            case 3 -> editor -> editor.l7Policies().delete(policy);
            case 4 -> editor -> editor.l7Rules().create(policy, Samples.LABELS, rule(good));
            case 5 -> editor -> editor.l7Rules().update(policyOfRule, ruleId, Samples.patch(old -> rule(good)));
            default -> editor -> editor.l7Rules().delete(policyOfRule, ruleId);
        };
    }

    private static L7PolicySpec policy(int position, UUID pool, boolean good) {
        L7Action action = pool == null ? L7Action.REJECT : L7Action.REDIRECT_TO_POOL;
        return new L7PolicySpec(action, pool, null, null, null, position, good);
    }

    private static L7RuleSpec rule(boolean good) {
        return new L7RuleSpec(L7RuleType.PATH, L7CompareType.STARTS_WITH, null, "/a", false, good);
    }

    private static <T> Optional<T> any(Stream<T> objects, Random random) {
        var all = objects.toList();
        return all.isEmpty() ? Optional.empty() : Optional.of(all.get(random.nextInt(all.size())));
    }
}
