package dev.tricolor.agent.sample;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AgentStatusEventTest {

    private static final AgentStatus STATUS = new AgentStatus(1, 2, 3, 4, 5, 6);

    @Test
    void whatThePlatformDoesNotTell_isMinusOne_never0() {
        AgentStatusEvent e = AgentStatusEvent.of(STATUS, null, null);
        assertThat(e.cpu).isEqualTo(-1);
        assertThat(e.allocatedBytes).isEqualTo(-1);
        assertThat(e.sentBytes).isEqualTo(1);
        assertThat(e.failures).isEqualTo(6);
    }

    @Test
    void whatThisJvmTells_isPositive() {
        AgentStatusEvent e = AgentStatusEvent.of(STATUS, OwnCpu.open(), AllocationCounter.open());
        assertThat(e.allocatedBytes).isPositive();
        assertThat(e.cpu).isNotZero();
    }
}
