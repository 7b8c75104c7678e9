package io.lbaas.plugin.tree;

import io.lbaas.model.ListenerSpec;
import io.lbaas.model.ListenerTls;
import io.lbaas.model.ObjectType;
import io.lbaas.model.Transport;
import io.lbaas.plugin.api.Fault;
import io.lbaas.plugin.api.Labels;
import io.lbaas.plugin.api.Patch;
import io.lbaas.plugin.entity.Intent;
import io.lbaas.plugin.entity.Listener;
import io.lbaas.plugin.entity.Pool;
import io.lbaas.plugin.rule.ListenerRules;
import io.lbaas.plugin.rule.PoolRules;
import java.util.UUID;

/** Changes of listeners. */
public final class ListenerChanges {

    private final TreeEditor editor;

    ListenerChanges(TreeEditor editor) {
        this.editor = editor;
    }

    public Listener create(Labels labels, ListenerSpec asked) {
        editor.locks().checkAddition();
        editor.terms().fields().check(labels);
        ListenerSpec spec = check(editor.terms().fields().check(asked), ListenerTls.NONE);
        refuseTakenPort(spec);
        var now = editor.terms().now();
        return editor.add(new Listener(editor.newId(), editor.tree().root(), labels, spec, now));
    }

    public Listener update(UUID id, Patch<ListenerSpec> patch) {
        Listener listener = find(id);
        editor.locks().check(listener, Intent.UPDATE);
        ListenerTls former = listener.spec().tls();
        return editor.apply(listener, patch, asked -> check(asked, former));
    }

    public Listener delete(UUID id) {
        Listener listener = find(id);
        editor.locks().check(listener, Intent.DELETE);
        editor.ask(listener, Intent.DELETE);
        return listener;
    }

    Listener find(UUID id) {
        return editor.tree().child(ObjectType.LISTENER, Listener.class, id);
    }

    private ListenerSpec check(ListenerSpec asked, ListenerTls former) {
        ListenerSpec spec = ListenerRules.check(asked, editor.tree().root().vipAddresses());
        if (spec.defaultPoolId() != null) {
            Pool pool = editor.tree().pool(spec.defaultPoolId());
            PoolRules.checkPair(spec.protocol(), pool.spec().protocol());
            editor.locks().checkUse(pool);
        }
        editor.terms().capabilities().check(spec);
        editor.checkNew(spec.tls().references(), former.references());
        return spec;
    }

    private void refuseTakenPort(ListenerSpec spec) {
        Transport transport = spec.protocol().transport();
        boolean taken = editor.tree()
                .listeners()
                .anyMatch(other -> other.port() == spec.protocolPort() && other.transport() == transport);
        if (taken) {
            throw Fault.conflict("Another Listener on this Load Balancer is already using protocol " + spec.protocol()
                    + " and protocol_port " + spec.protocolPort());
        }
    }
}
