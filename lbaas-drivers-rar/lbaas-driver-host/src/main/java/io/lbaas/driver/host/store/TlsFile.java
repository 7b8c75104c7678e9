package io.lbaas.driver.host.store;

import java.util.UUID;

/**
 * A file that a configuration names. Its own name says whose it is and what is in it: other content is another file.
 *
 * @param content may be a private key
 */
public record TlsFile(String name, String content) {

    /** What the names of a load balancer's files begin with. */
    public static String prefix(UUID loadBalancerId) {
        return loadBalancerId + "-";
    }

    /** Without the content. */
    @Override
    public String toString() {
        return "TlsFile[" + name + "]";
    }
}
