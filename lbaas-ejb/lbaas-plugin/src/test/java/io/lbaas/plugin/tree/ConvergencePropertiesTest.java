package io.lbaas.plugin.tree;

import static org.assertj.core.api.Assertions.assertThat;

import io.lbaas.model.L7PolicySpec;
import io.lbaas.model.L7RuleSpec;
import io.lbaas.model.ListenerProtocol;
import io.lbaas.model.ListenerSpec;
import io.lbaas.model.ListenerTls;
import io.lbaas.model.MemberSpec;
import io.lbaas.model.MonitorType;
import io.lbaas.model.PoolProtocol;
import io.lbaas.model.PoolSpec;
import io.lbaas.model.ProvisioningStatus;
import io.lbaas.plugin.Samples;
import io.lbaas.plugin.api.New;
import io.lbaas.plugin.entity.L7Rule;
import io.lbaas.plugin.entity.Provisioned;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Whatever is asked for, and whatever becomes of commands and results: device and database agree in the end. */
class ConvergencePropertiesTest {

    private static final int PORTS = 6;

    @Property(tries = 3000)
    void deviceAndDatabaseAgreeInTheEnd(
            @ForAll Random random, @ForAll boolean blames, @ForAll @IntRange(min = 1, max = 60) int steps) {
        var world = new ModelWorld(random, blames);
        for (int i = 0; i < steps; i++) {
            step(world, random);
        }

        calmDown(world);

        var tree = world.tree();
        Optional<?> wanted = tree.gone() ? Optional.empty() : DesiredTree.of(tree);
        assertThat(world.device().content()).isEqualTo(wanted);
        if (!tree.gone()) {
            assertThat(world.device().generation()).isEqualTo(tree.root().generation());
            assertThat(tree.root().appliedGeneration()).isEqualTo(tree.root().generation());
            assertThat(tree.root().settledGeneration()).isEqualTo(tree.root().generation());
            assertThat(tree.objects()).noneMatch(Provisioned::pending).allMatch(object -> sound(tree, object));
        }
    }

    @Property(tries = 1000)
    void whatADeviceRefusesHoldsNobodyHostage(@ForAll Random random, @ForAll @IntRange(min = 1, max = 40) int steps) {
        var world = new ModelWorld(random, true);
        for (int i = 0; i < steps; i++) {
            request(world, random);
        }

        calmDown(world);

        assertThat(world.tree().objects())
                .filteredOn(object -> object.provisioningStatus() == ProvisioningStatus.ERROR)
                .allMatch(object -> bad(object.spec())
                        || world.tree().above(object).anyMatch(parent -> bad(parent.spec()))
                        || hasBadRule(world.tree(), object));
    }

    /** The rules of an L7 policy are refused together. */
    private static boolean hasBadRule(LoadBalancerTree tree, Provisioned<?> object) {
        UUID policy = object instanceof L7Rule rule ? rule.policyId() : object.id();
        return tree.l7Rules().anyMatch(rule -> rule.policyId().equals(policy) && bad(rule.spec()));
    }

    /** An object that is shown as ACTIVE is on the device; one that is refused says why. */
    private static boolean sound(LoadBalancerTree tree, Provisioned<?> object) {
        return object.provisioningStatus() == ProvisioningStatus.ACTIVE
                ? tree.included(object) && object.intent().isEmpty() && object.lastGood() == null
                : object.statusReason() != null;
    }

    /** Nothing is lost any more, and the device answers; a few rounds of the sweeper must do. */
    private static void calmDown(ModelWorld world) {
        for (int round = 0; round < 10; round++) {
            for (int i = 0; !world.quiet(); i++) {
                assertThat(i).as("messages until it is quiet").isLessThan(1000);
                world.carryOutOne(true);
                world.settleOne(true);
            }
            world.sweep(world.deadline());
        }
        assertThat(world.quiet() || world.tree().gone()).isTrue();
    }

    private static void step(ModelWorld world, Random random) {
        switch (random.nextInt(10)) {
            case 0, 1, 2 -> request(world, random);
            case 3, 4, 5 -> world.carryOutOne(false);
            case 6, 7 -> world.settleOne(false);
            case 8 -> world.loseOne();
            default -> world.sweep(Duration.ofMinutes(random.nextInt(4)));
        }
    }

    private static void request(ModelWorld world, Random random) {
        world.request(change(world.tree(), random));
    }

    private static Consumer<TreeEditor> change(LoadBalancerTree tree, Random random) {
        int limit = random.nextInt(4) == 0 ? ModelDevice.BAD : 1;
        UUID pool = any(tree.pools(), random);
        UUID listener = any(tree.listeners(), random);
        UUID member = any(tree.members(), random);
        UUID monitor = any(tree.monitors(), random);
        UUID poolOfMember = tree.members()
                .filter(each -> each.id().equals(member))
                .map(each -> each.poolId())
                .findFirst()
                .orElse(pool);
        return switch (random.nextInt(19)) {
            case 0, 1 ->
                editor -> editor.listeners()
                        .create(
                                Samples.LABELS,
                                listener(
                                        80 + random.nextInt(PORTS),
                                        limit,
                                        random.nextBoolean() ? null : known(tree, pool)));
            case 2 ->
                editor -> editor.listeners()
                        .update(
                                listener,
                                Samples.patch(old -> listener(old.protocolPort(), limit, old.defaultPoolId())));
            case 3 -> editor -> editor.listeners().delete(listener);
            case 4, 5 ->
                editor -> editor.pools()
                        .create(random.nextBoolean() ? null : known(tree, listener), Samples.LABELS, pool(limit));
            case 6 -> editor -> editor.pools().update(pool, Samples.patch(old -> pool(limit)));
            case 7 -> editor -> editor.pools().delete(pool);
            case 8 -> editor -> editor.members().create(pool, Samples.LABELS, member(random.nextInt(9), limit));
            case 9 -> {
                var batch = random.ints(random.nextInt(4), 0, 9)
                        .distinct()
                        .mapToObj(port -> new New.OfMember(Samples.LABELS, member(port, limit)))
                        .toList();
                boolean additive = random.nextBoolean();
                yield editor -> editor.members().replace(pool, batch, additive);
            }
            case 10 ->
                editor -> editor.members()
                        .update(poolOfMember, member, Samples.patch(old -> member(old.protocolPort() - 1, limit)));
            case 11 -> editor -> editor.members().delete(poolOfMember, member);
            case 12 ->
                random.nextBoolean()
                        ? editor ->
                                editor.healthMonitors().create(pool, Samples.LABELS, Samples.monitor(MonitorType.TCP))
                        : editor -> editor.healthMonitors().delete(monitor);
            case 13, 14, 15, 16, 17 -> RandomL7.change(tree, random, listener, pool, limit != ModelDevice.BAD);
            default ->
                random.nextInt(5) == 0
                        ? editor -> editor.loadBalancer().delete(true)
                        : editor -> editor.loadBalancer().update(Samples.noChange());
        };
    }

    private static UUID known(LoadBalancerTree tree, UUID id) {
        return tree.object(id).isPresent() ? id : null;
    }

    private static UUID any(Stream<? extends Provisioned<?>> objects, Random random) {
        List<? extends Provisioned<?>> all = objects.toList();
        return all.isEmpty()
                ? new UUID(0, 0)
                : all.get(random.nextInt(all.size())).id();
    }

    private static ListenerSpec listener(int port, int limit, UUID pool) {
        var plain = Samples.listener(ListenerProtocol.TCP, port);
        return new ListenerSpec(
                plain.protocol(), port, true, limit, pool, plain.insertHeaders(), 1, 1, 1, 0, null, ListenerTls.NONE);
    }

    private static PoolSpec pool(int limit) {
        var plain = Samples.pool(PoolProtocol.TCP);
        return new PoolSpec(plain.protocol(), plain.lbAlgorithm(), limit != ModelDevice.BAD, null);
    }

    private static MemberSpec member(int port, int weight) {
        return new MemberSpec("10.0.0.1", port + 1, weight, false, true, null, null, null);
    }

    private static boolean bad(Object spec) {
        return (spec instanceof ListenerSpec listener && listener.connectionLimit() == ModelDevice.BAD)
                || (spec instanceof MemberSpec member && member.weight() == ModelDevice.BAD)
                || (spec instanceof PoolSpec pool && !pool.adminStateUp())
                || (spec instanceof L7PolicySpec policy && !policy.adminStateUp())
                || (spec instanceof L7RuleSpec rule && !rule.adminStateUp());
    }
}
