package dev.tricolor.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** At most one line about a dashboard that does not answer, whoever notices it first. */
class NoticeTest {

    private final Notice notice = new Notice();

    @Test
    void eachKind_isSaidOnce() {
        assertThat(notice.claim("offline")).isTrue();
        assertThat(notice.claim("offline")).isFalse();
        assertThat(notice.claim("token")).isTrue();
    }

    @Test
    void exit_isSilentAboutWhatIsKnown() {
        assertThat(notice.claim("offline")).isTrue();
        assertThat(notice.claimLast()).isFalse();
    }

    @Test
    void afterTheExitsLine_nothingMore() {
        assertThat(notice.claimLast()).isTrue();
        assertThat(notice.claim("offline")).isFalse();
        assertThat(notice.claimLast()).isFalse();
    }

    @Test
    void exitAndTheAgentsThreadAtOnce_oneLine() throws Exception {
        ExecutorService agent = Executors.newSingleThreadExecutor();
        try {
            CyclicBarrier together = new CyclicBarrier(2);
            for (int i = 0; i < 2_000; i++) {
                Notice voice = new Notice();
                Future<Boolean> offline = agent.submit(() -> {
                    together.await();
                    return voice.claim("offline");
                });
                together.await();
                boolean unsent = voice.claimLast();
                assertThat(unsent).isNotEqualTo(offline.get());
            }
        } finally {
            agent.shutdownNow();
        }
    }
}
