package io.lbaas.plugin.rule;

import io.lbaas.model.MemberSpec;
import io.lbaas.plugin.api.Fault;
import java.util.Set;

/** What addresses a member may have. */
public final class MemberRules {

    private MemberRules() {}

    /**
     * Returns the member where it is valid.
     *
     * @param reserved addresses that no device may be made to connect to
     * @throws Fault INVALID
     */
    public static MemberSpec check(MemberSpec spec, Set<IpAddress> reserved) {
        check("address", spec.address(), reserved);
        if (spec.monitorAddress() != null) {
            check("monitor_address", spec.monitorAddress(), reserved);
        }
        return spec;
    }

    /** The one spelling under which an address of a valid member is compared. */
    public static String canonical(String address) {
        return IpAddress.parse(address).orElseThrow().toString();
    }

    private static void check(String field, String literal, Set<IpAddress> reserved) {
        IpAddress address = IpAddress.ofField(field, literal);
        if (reserved.contains(address)) {
            throw Fault.invalid(literal + " is not a valid option for member " + field);
        }
    }
}
