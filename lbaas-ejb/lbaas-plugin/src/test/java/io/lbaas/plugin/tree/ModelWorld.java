package io.lbaas.plugin.tree;

import io.lbaas.message.Result;
import io.lbaas.model.DesiredLoadBalancer;
import io.lbaas.plugin.Samples;
import io.lbaas.plugin.api.Fault;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Consumer;

/** One load balancer, two queues that lose, repeat and reorder, and a device. */
final class ModelWorld {

    private static final Duration DEADLINE = Duration.ofMinutes(5);

    /** A command, as far as the device cares. */
    record Order(Optional<DesiredLoadBalancer> desired, long generation) {}

    private final Random random;
    private final ModelDevice device;
    private final List<Order> commands = new ArrayList<>();
    private final List<Result> results = new ArrayList<>();
    private LoadBalancerTree tree = Samples.tree();
    private Instant now = Samples.NOW;

    ModelWorld(Random random, boolean blames) {
        this.random = random;
        this.device = new ModelDevice(blames);
        send();
    }

    LoadBalancerTree tree() {
        return tree;
    }

    ModelDevice device() {
        return device;
    }

    boolean quiet() {
        return commands.isEmpty() && results.isEmpty();
    }

    /** A request; what is refused leaves no trace. */
    void request(Consumer<TreeEditor> change) {
        if (tree.gone()) {
            return;
        }
        try {
            var editor = Samples.editor(tree);
            change.accept(editor);
            tree = editor.tree();
            send();
        } catch (Fault refused) {
            tree = reloaded();
        }
    }

    /** Any command reaches the device, which may be away; the command may come again. */
    void carryOutOne(boolean reliable) {
        if (commands.isEmpty()) {
            return;
        }
        Order order = take(commands, reliable);
        boolean away = !reliable && random.nextInt(8) == 0;
        results.add(
                away
                        ? ModelDevice.unreachable(tree.root().id(), order)
                        : device.carryOut(tree.root().id(), order));
    }

    /** Any result is settled; it may come again. */
    void settleOne(boolean reliable) {
        if (results.isEmpty()) {
            return;
        }
        Result result = take(results, reliable);
        if (tree.gone()) {
            return;
        }
        tree = reloaded();
        new Settlement(tree, now).settle(result);
        if (tree.changed() && !tree.gone()) {
            send();
        }
    }

    void loseOne() {
        if (!commands.isEmpty() && random.nextBoolean()) {
            commands.remove(random.nextInt(commands.size()));
        } else if (!results.isEmpty()) {
            results.remove(random.nextInt(results.size()));
        }
    }

    /** Time passes, and the sweeper comes by. */
    void sweep(Duration passed) {
        now = now.plus(passed);
        if (tree.gone()) {
            return;
        }
        tree = reloaded();
        new Settlement(tree, now).expire("no answer");
        if (tree.root().appliedGeneration() < tree.root().generation()) {
            send();
        }
    }

    Duration deadline() {
        return DEADLINE;
    }

    private void send() {
        commands.add(new Order(DesiredTree.of(tree), tree.root().generation()));
    }

    private LoadBalancerTree reloaded() {
        return new LoadBalancerTree(tree.root(), tree.beneath(tree.root()).toList());
    }

    private <T> T take(List<T> queue, boolean reliable) {
        int index = reliable ? 0 : random.nextInt(queue.size());
        boolean again = !reliable && random.nextInt(4) == 0;
        return again ? queue.get(index) : queue.remove(index);
    }
}
