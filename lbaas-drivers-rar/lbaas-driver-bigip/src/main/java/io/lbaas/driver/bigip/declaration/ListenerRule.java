package io.lbaas.driver.bigip.declaration;

import io.lbaas.model.DesiredLoadBalancer.Listener;
import io.lbaas.model.ListenerSpec;
import jakarta.json.JsonObjectBuilder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The iRule of a listener: what no profile and no policy can do. It holds no text of a tenant. */
final class ListenerRule {
    /** Set by a policy that rejects. Policies are done before rules. */
    static final String REJECTED = "lbaas_rejected";

    private static final String ALLOWED_ONLY =
            """
            when CLIENT_ACCEPTED {
                if { ![class match [IP::client_addr] equals %s] } {
                    reject
                }
            }
            """;

    private static final String REJECT =
            """
            if { [info exists lbaas_rejected] } {
                unset lbaas_rejected
                HTTP::respond 403
                return
            }""";

    private ListenerRule() {}

    /** Adds it where there is something for it to do; gives its name. */
    static Optional<String> render(Application application, Listener listener) {
        String name = Names.listener(listener.id());
        ListenerSpec spec = listener.spec();
        StringBuilder text = new StringBuilder();
        if (spec.allowedCidrs() != null && !spec.allowedCidrs().isEmpty()) {
            String group = application.add(name + "_allowed", allowed(spec.allowedCidrs()));
            text.append(ALLOWED_ONLY.formatted(Names.path(application.tree().id(), group)));
        }
        String requests = requests(listener);
        if (!requests.isEmpty()) {
            text.append("when HTTP_REQUEST {\n").append(requests.indent(4)).append("}\n");
        }
        return text.isEmpty()
                ? Optional.empty()
                : Optional.of(application.add(name + "_rule", Tcl.rule(text.toString())));
    }

    private static JsonObjectBuilder allowed(List<String> cidrs) {
        return Doc.of("Data_Group")
                .add("keyDataType", "ip")
                .add(
                        "records",
                        Doc.array(cidrs.stream().map(Address::cidr).distinct().map(cidr -> Doc.object()
                                .add("key", cidr)
                                .build())));
    }

    private static String requests(Listener listener) {
        List<String> commands = new ArrayList<>();
        if (PolicyRenderer.rejects(listener)) {
            commands.add(REJECT);
        }
        Arrays.stream(InsertHeader.values())
                .filter(header -> header.on(listener.spec()))
                .flatMap(header -> header.command(listener.spec().protocol()).stream())
                .forEach(commands::add);
        return commands.stream().collect(Collectors.joining("\n"));
    }
}
