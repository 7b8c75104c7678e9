package io.lbaas.web.resource;

import java.util.Arrays;

/** What a client may look up of the network. */
enum NetworkKind {
    NETWORK("networks", "network", "networks", "Network"),
    SUBNET("subnets", "subnet", "subnets", "Subnet"),
    PORT("ports", "port", "ports", "Port"),
    /** None is known here: no driver limits bandwidth. */
    QOS_POLICY("qos/policies", "policy", "policies", "QoS policy"),
    /** None is known here: listeners restrict their sources by CIDRs. */
    SECURITY_GROUP("security-groups", "security_group", "security_groups", "Security group");

    private final String path;
    private final String singular;
    private final String plural;
    private final String title;

    NetworkKind(String path, String singular, String plural, String title) {
        this.path = path;
        this.singular = singular;
        this.plural = plural;
        this.title = title;
    }

    static NetworkKind of(String path) {
        return Arrays.stream(values())
                .filter(kind -> kind.path.equals(path))
                .findFirst()
                .orElseThrow();
    }

    String singular() {
        return singular;
    }

    String plural() {
        return plural;
    }

    String title() {
        return title;
    }
}
