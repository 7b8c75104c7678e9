package io.lbaas.driver.haproxy.runtime;

import java.io.IOException;

/** What the files hold that configurations name. */
@FunctionalInterface
public interface Contents {
    String read(String name) throws IOException;
}
