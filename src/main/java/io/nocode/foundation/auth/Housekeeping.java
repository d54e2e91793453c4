package io.nocode.foundation.auth;

import io.nocode.foundation.attempts.AttemptSettings;
import io.nocode.shared.sql.Database;
import io.nocode.shared.sql.DatabaseFault;
import io.nocode.shared.sql.Sql;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Once an hour, on every node: rotates the signing key when it is due and drops what nobody can use any more. */
@Singleton
public class Housekeeping {
    private static final Logger LOG = Logger.getLogger(Housekeeping.class.getName());
    /** Sign-ins and used links are kept for a while, for whoever asks what happened. */
    private static final Duration KEPT = Duration.ofDays(30);

    @Inject
    private Database database;

    @Inject
    private SigningKeys keys;

    @Inject
    private Clock clock;

    @Schedule(hour = "*", minute = "17", persistent = false)
    void everyHour() {
        try {
            keys.rotateWhereDue();
            Instant old = clock.instant().minus(KEPT);
            database.update(Sql.of("delete from refresh_token where expires_at < ?", clock.instant()));
            database.update(Sql.of("delete from user_session where coalesce(ended_at, expires_at) < ?", old));
            database.update(Sql.of("delete from one_time_token where expires_at < ?", old));
            database.update(Sql.of(
                    "delete from login_attempt where created_at < ?",
                    clock.instant().minus(AttemptSettings.KNOWN_DEVICE)));
        } catch (DatabaseFault away) {
            LOG.log(Level.WARNING, "Next hour, then: {0}", away.getMessage());
        }
    }
}
