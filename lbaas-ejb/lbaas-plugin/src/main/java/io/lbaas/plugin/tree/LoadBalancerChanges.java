package io.lbaas.plugin.tree;

import io.lbaas.model.LoadBalancerSpec;
import io.lbaas.plugin.api.Fault;
import io.lbaas.plugin.api.Patch;
import io.lbaas.plugin.entity.Intent;
import io.lbaas.plugin.entity.LoadBalancer;
import java.util.Objects;

/** Changes of the load balancer itself. */
public final class LoadBalancerChanges {

    private final TreeEditor editor;

    LoadBalancerChanges(TreeEditor editor) {
        this.editor = editor;
    }

    public LoadBalancer update(Patch<LoadBalancerSpec> patch) {
        editor.locks().checkRoot(Intent.UPDATE);
        return editor.apply(editor.tree().root(), patch, this::check);
    }

    private LoadBalancerSpec check(LoadBalancerSpec spec) {
        if (!Objects.equals(spec.vipQosPolicyId(), editor.tree().root().spec().vipQosPolicyId())) {
            editor.terms().networks().checkQosPolicy(spec.vipQosPolicyId());
        }
        return spec;
    }

    /** Asks for what there is once more, in a new generation. */
    public LoadBalancer failOver() {
        LoadBalancer root = editor.tree().root();
        editor.locks().checkWhole();
        editor.ask(root, Intent.UPDATE);
        return root;
    }

    /** Dooms the load balancer, and with {@code cascade} what is beneath it. */
    public LoadBalancer delete(boolean cascade) {
        LoadBalancer root = editor.tree().root();
        editor.locks().checkRoot(Intent.DELETE);
        boolean children = editor.tree().beneath(root).anyMatch(child -> !child.doomed());
        if (children && !cascade) {
            throw Fault.validation("Cannot delete Load Balancer " + root.id() + " - it has children");
        }
        editor.ask(root, Intent.DELETE);
        return root;
    }
}
