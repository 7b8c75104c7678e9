package io.lbaas.plugin.tree;

import io.lbaas.plugin.entity.L7Policy;
import java.util.ArrayList;
import java.util.List;

/** The positions of a listener's L7 policies, which have no gaps. */
final class Positions {

    private Positions() {}

    /** Puts a policy where its spec asks, or at the end where that is beyond it, and the others around it. */
    static void place(L7Policy policy, List<L7Policy> siblings) {
        List<L7Policy> order = new ArrayList<>(siblings);
        order.remove(policy);
        order.add(Math.min(policy.spec().position() - 1, order.size()), policy);
        number(order);
    }

    /** Numbers policies in this order from 1. */
    static void number(List<L7Policy> order) {
        for (int i = 0; i < order.size(); i++) {
            order.get(i).position(i + 1);
        }
    }
}
