package io.lbaas.plugin.tree;

import io.lbaas.plugin.rule.CapabilityRules;
import io.lbaas.plugin.rule.FieldRules;
import io.lbaas.plugin.rule.IpAddress;
import io.lbaas.plugin.rule.NetworkRules;
import java.time.Instant;
import java.util.Set;

/**
 * Under what terms a change is made.
 *
 * @param networks what exists that objects may refer to
 * @param reserved addresses that no member may have
 * @param deadline when waiting for the answer ends
 */
public record Terms(
        FieldRules fields,
        CapabilityRules capabilities,
        NetworkRules networks,
        TlsCheck tls,
        Set<IpAddress> reserved,
        Locking locking,
        Instant now,
        Instant deadline) {}
