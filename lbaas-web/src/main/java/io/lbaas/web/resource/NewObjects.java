package io.lbaas.web.resource;

import io.lbaas.model.HealthMonitorSpec;
import io.lbaas.model.L7PolicySpec;
import io.lbaas.model.L7RuleSpec;
import io.lbaas.model.ListenerSpec;
import io.lbaas.model.MemberSpec;
import io.lbaas.model.PoolSpec;
import io.lbaas.plugin.api.Fault;
import io.lbaas.plugin.api.Labels;
import io.lbaas.plugin.api.New;
import io.lbaas.web.schema.RequestBody;
import java.util.List;
import java.util.Set;

/** Reads objects that are to be created, with those inside them. */
final class NewObjects {

    private static final List<String> OF_A_DEFINITION = List.of("protocol", "lb_algorithm");

    private NewObjects() {}

    static New.OfListener listener(RequestBody body) {
        return new New.OfListener(
                body.as(Labels.class),
                body.as(ListenerSpec.class),
                body.one("default_pool", NewObjects::poolOrReference),
                body.all("l7policies", NewObjects::l7Policy));
    }

    static New.OfPool pool(RequestBody body) {
        return new New.OfPool(
                body.as(Labels.class),
                body.as(PoolSpec.class),
                body.all("members", NewObjects::member),
                body.one("healthmonitor", NewObjects::healthMonitor));
    }

    /** A pool that others of the request may refer to by its name. */
    static New.OfPool definition(RequestBody body) {
        String name = body.as(Labels.class).name();
        OF_A_DEFINITION.stream()
                .filter(attribute -> !body.names().contains(attribute))
                .findFirst()
                .ifPresent(attribute -> {
                    throw Fault.validation(
                            "Pool definition for '" + name + "' missing required attribute: " + attribute);
                });
        return pool(body);
    }

    static New.OfMember member(RequestBody body) {
        return new New.OfMember(body.as(Labels.class), body.as(MemberSpec.class));
    }

    static New.OfHealthMonitor healthMonitor(RequestBody body) {
        return new New.OfHealthMonitor(body.as(Labels.class), body.as(HealthMonitorSpec.class));
    }

    static New.OfL7Policy l7Policy(RequestBody body) {
        return new New.OfL7Policy(
                body.as(Labels.class),
                body.as(L7PolicySpec.class),
                body.one("redirect_pool", NewObjects::poolOrReference),
                body.all("rules", NewObjects::l7Rule));
    }

    static New.OfL7Rule l7Rule(RequestBody body) {
        return new New.OfL7Rule(body.as(Labels.class), body.as(L7RuleSpec.class));
    }

    /** A pool of which nothing but the name is given stands for one that is defined elsewhere in the request. */
    private static New.OfPool poolOrReference(RequestBody body) {
        return Set.of("name").containsAll(body.names())
                ? new New.OfPool(body.as(Labels.class), null, List.of(), null)
                : definition(body);
    }
}
