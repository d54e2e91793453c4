package io.nocode.automation.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StatusTest {
    @ParameterizedTest
    @CsvSource(textBlock = """
                    QUEUED,    RUNNING FAILED CANCELLED TIMED_OUT
                    RUNNING,   WAITING COMPLETED FAILED CANCELLED TIMED_OUT
                    WAITING,   RUNNING COMPLETED FAILED CANCELLED TIMED_OUT
                    COMPLETED, ''
                    FAILED,    ''
                    CANCELLED, ''
                    TIMED_OUT, ''
                    """)
    void anExecutionMovesOnlyThus(ExecutionStatus from, String to) {
        assertThat(Arrays.stream(ExecutionStatus.values())
                        .filter(from::mayBecome)
                        .map(Enum::name)
                        .collect(Collectors.joining(" ")))
                .isEqualTo(to);
        assertThat(from.isFinal()).isEqualTo(to.isEmpty());
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
                    PENDING,   RUNNING FAILED SKIPPED
                    RUNNING,   RUNNING WAITING COMPLETED FAILED SKIPPED
                    WAITING,   RUNNING COMPLETED FAILED SKIPPED
                    COMPLETED, ''
                    FAILED,    ''
                    SKIPPED,   ''
                    """)
    void aStepMovesOnlyThus(StepStatus from, String to) {
        assertThat(Arrays.stream(StepStatus.values())
                        .filter(from::mayBecome)
                        .map(Enum::name)
                        .collect(Collectors.joining(" ")))
                .isEqualTo(to);
        assertThat(from.isFinal()).isEqualTo(to.isEmpty());
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
                    # attempt, chance, wait, another
                    1,         0,      PT1S,   true
                    1,         1,      PT0.5S, true
                    2,         0,      PT2S,   true
                    3,         0,      PT4S,   true
                    4,         0,      PT5S,   true
                    5,         0,      PT5S,   false
                    """)
    void waitsGrowUpToTheirBound(int attempt, double chance, Duration expected, boolean another) {
        RetryPolicy policy = new RetryPolicy(5, Duration.ofSeconds(1), 2, Duration.ofSeconds(5));

        assertThat(policy.wait(attempt, chance)).isEqualTo(expected);
        assertThat(policy.allowsAnother(attempt)).isEqualTo(another);
    }
}
