package io.lbaas.driver.haproxy.device;

import io.lbaas.driver.haproxy.process.Complaint;
import java.util.List;

/** HAProxy did not take a configuration that it had called valid; the worker before goes on. */
final class ReloadRefusedException extends Exception {
    private static final long serialVersionUID = 1;

    private final transient List<Complaint> complaints;

    ReloadRefusedException(List<Complaint> complaints) {
        super("HAProxy refused to reload");
        this.complaints = complaints;
    }

    List<Complaint> complaints() {
        return complaints;
    }
}
