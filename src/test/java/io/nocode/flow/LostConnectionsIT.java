package io.nocode.flow;

import static org.assertj.core.api.Assertions.assertThat;

import io.nocode.testing.Answer;
import io.nocode.testing.Client;
import io.nocode.testing.People;
import io.nocode.testing.TestInstallation;
import io.nocode.testing.Wait;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** Connections to PostgreSQL that die at work: whoever asked is told so in the form of every other error. */
class LostConnectionsIT {
    private static final int CUTS = 40;
    /** A connection that was at rest for so long is looked at before somebody gets it. */
    private static final Duration VALIDATED_WITHIN = Duration.ofSeconds(2);

    @Test
    void whoeverLosesTheConnectionIsAskedToComeAgain() throws Exception {
        Client owner = People.newUser();
        People.newOrganization(owner);
        AtomicBoolean over = new AtomicBoolean();
        ExecutorService callers = Executors.newFixedThreadPool(4);
        List<Future<List<Answer>>> asking = new ArrayList<>();
        for (String path : List.of("foundation/organizations/", "studio/projects/", "runtime/apps/", "runtime/apps/")) {
            asking.add(callers.submit(() -> {
                List<Answer> lost = new ArrayList<>();
                while (!over.get()) {
                    Answer answer = owner.get(path);
                    if (answer.status() != 200) {
                        lost.add(answer);
                    }
                }
                return lost;
            }));
        }
        try (Connection connection = TestInstallation.database();
                Statement sql = connection.createStatement()) {
            for (int cut = 0; cut < CUTS; cut++) {
                sql.execute("select pg_terminate_backend(pid) from pg_stat_activity where pid <> pg_backend_pid()"
                        + " and usename = current_user and state <> 'idle'");
                owner.get("foundation/users/profile/");
            }
        }
        over.set(true);
        callers.shutdown();
        List<Answer> lost = new ArrayList<>();
        for (Future<List<Answer>> one : asking) {
            lost.addAll(one.get());
        }
        assertThat(lost).as("answers to those whose connection died").isNotEmpty();
        for (Answer answer : lost) {
            answer.refused(503, "DATABASE_UNAVAILABLE");
            assertThat(answer.header("Retry-After")).isNotEmpty();
        }
        soundAgain(owner);
    }

    /** Until nobody meets a dead connection any more: no test after this one is to. */
    private static void soundAgain(Client caller) {
        AtomicLong lost = new AtomicLong(System.nanoTime());
        Wait.until(
                () -> {
                    if (caller.get("foundation/users/profile/").status() != 200) {
                        lost.set(System.nanoTime());
                    }
                    return System.nanoTime() - lost.get();
                },
                quiet -> quiet > VALIDATED_WITHIN.toNanos());
    }
}
