package io.lbaas.driver.nginx.device;

import io.lbaas.driver.nginx.process.Complaint;
import java.util.List;

/** nginx did not take a configuration that it had called valid; the worker before goes on. */
final class ReloadRefusedException extends Exception {
    private static final long serialVersionUID = 1;

    private final transient List<Complaint> complaints;

    ReloadRefusedException(List<Complaint> complaints) {
        super("nginx refused to reload");
        this.complaints = complaints;
    }

    List<Complaint> complaints() {
        return complaints;
    }
}
