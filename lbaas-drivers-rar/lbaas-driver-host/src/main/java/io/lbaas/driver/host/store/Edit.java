package io.lbaas.driver.host.store;

import java.util.UUID;

/** What happens to one load balancer's file. */
public sealed interface Edit {

    UUID loadBalancerId();

    /** The file is written, in the place of any that is there. */
    record Put(ConfigFile file) implements Edit {
        @Override
        public UUID loadBalancerId() {
            return file.loadBalancerId();
        }
    }

    /** The file goes and a tombstone remains. */
    record Delete(UUID loadBalancerId, long generation) implements Edit {}
}
