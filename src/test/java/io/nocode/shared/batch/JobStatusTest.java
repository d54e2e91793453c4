package io.nocode.shared.batch;

import static io.nocode.shared.batch.JobStatus.CANCELLED;
import static io.nocode.shared.batch.JobStatus.FAILED;
import static io.nocode.shared.batch.JobStatus.PENDING;
import static io.nocode.shared.batch.JobStatus.RUNNING;
import static io.nocode.shared.batch.JobStatus.SUCCEEDED;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class JobStatusTest {
    @Test
    void workBeginsBeforeItSucceeds() {
        assertThat(PENDING.mayBecome(RUNNING)).isTrue();
        assertThat(PENDING.mayBecome(SUCCEEDED)).isFalse();
        assertThat(RUNNING.mayBecome(SUCCEEDED)).isTrue();
    }

    @Test
    void workMayBeginAgainAfterTheDeathOfAServer() {
        assertThat(RUNNING.mayBecome(RUNNING)).isTrue();
        assertThat(RUNNING.mayBecome(PENDING)).isFalse();
    }

    @Test
    void whatHasNotEndedCanBeCancelled() {
        assertThat(PENDING.mayBecome(CANCELLED)).isTrue();
        assertThat(RUNNING.mayBecome(CANCELLED)).isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void anEndIsForGood(JobStatus next) {
        assertThat(SUCCEEDED.mayBecome(next)).isFalse();
        assertThat(FAILED.mayBecome(next)).isFalse();
        assertThat(CANCELLED.mayBecome(next)).isFalse();
    }
}
