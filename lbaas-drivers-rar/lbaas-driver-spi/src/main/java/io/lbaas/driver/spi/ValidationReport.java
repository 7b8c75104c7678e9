package io.lbaas.driver.spi;

import io.lbaas.model.ObjectRef;
import java.util.Map;

/** What of a tree a driver could not do, by object; empty means that all of it can be done. */
public record ValidationReport(Map<ObjectRef, String> problems) {

    public boolean acceptable() {
        return problems.isEmpty();
    }
}
