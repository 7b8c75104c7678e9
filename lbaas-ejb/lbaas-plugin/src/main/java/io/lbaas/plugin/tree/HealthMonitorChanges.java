package io.lbaas.plugin.tree;

import io.lbaas.model.HealthMonitorSpec;
import io.lbaas.model.ObjectType;
import io.lbaas.plugin.api.Fault;
import io.lbaas.plugin.api.Labels;
import io.lbaas.plugin.api.Patch;
import io.lbaas.plugin.entity.HealthMonitor;
import io.lbaas.plugin.entity.Intent;
import io.lbaas.plugin.entity.Pool;
import io.lbaas.plugin.rule.HealthMonitorRules;
import java.util.UUID;

/** Changes of health monitors. */
public final class HealthMonitorChanges {

    private final TreeEditor editor;

    HealthMonitorChanges(TreeEditor editor) {
        this.editor = editor;
    }

    public HealthMonitor create(UUID poolId, Labels labels, HealthMonitorSpec asked) {
        Pool pool = editor.tree().pool(poolId);
        editor.locks().checkAddition();
        editor.locks().checkOwner(pool);
        if (editor.tree().monitorOf(poolId).isPresent()) {
            throw Fault.conflict("This pool already has a health monitor");
        }
        editor.terms().fields().check(labels);
        HealthMonitorSpec spec = check(pool, editor.terms().fields().check(asked));
        return editor.add(new HealthMonitor(
                editor.newId(),
                editor.tree().root(),
                poolId,
                labels,
                spec,
                editor.terms().now()));
    }

    public HealthMonitor update(UUID id, Patch<HealthMonitorSpec> patch) {
        HealthMonitor monitor = find(id);
        editor.locks().check(monitor, Intent.UPDATE);
        Pool pool = editor.tree().pool(monitor.poolId());
        return editor.apply(monitor, patch, spec -> check(pool, spec));
    }

    public HealthMonitor delete(UUID id) {
        HealthMonitor monitor = find(id);
        editor.locks().check(monitor, Intent.DELETE);
        editor.ask(monitor, Intent.DELETE);
        return monitor;
    }

    private HealthMonitor find(UUID id) {
        return editor.tree().child(ObjectType.HEALTH_MONITOR, HealthMonitor.class, id);
    }

    HealthMonitorSpec check(Pool pool, HealthMonitorSpec asked) {
        HealthMonitorSpec spec = HealthMonitorRules.check(asked, pool.spec().protocol());
        editor.terms().capabilities().check(spec);
        return spec;
    }
}
