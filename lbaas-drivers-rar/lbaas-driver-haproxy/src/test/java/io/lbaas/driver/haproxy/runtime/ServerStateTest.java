package io.lbaas.driver.haproxy.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ServerStateTest {

    @Test
    void only_servers_that_a_check_found_down_are_taken_over() {
        String state =
                """
                1
                # be_id be_name srv_id srv_name srv_addr srv_op_state srv_admin_state srv_uweight
                9 bs 2 up 127.0.0.1 2 0 256
                9 bs 3 down 127.0.0.1 0 0 1
                9 bs 4 maint 127.0.0.1 0 1 1
                """;
        assertThat(ServerState.down(state).lines()).hasSize(3).last().isEqualTo("9 bs 3 down 127.0.0.1 0 0 1");
    }
}
