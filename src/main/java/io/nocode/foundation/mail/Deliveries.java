package io.nocode.foundation.mail;

import io.nocode.shared.outbox.Outbox;
import io.nocode.shared.outbox.OutboxEntry;
import io.nocode.shared.sql.Database;
import io.nocode.shared.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.UUID;

/**
 * Remembers which mails have begun to go out, so that none goes out twice: not after a crash, not after the database was
 * away when the mail had been taken.
 */
@ApplicationScoped
@Transactional
class Deliveries {
    @Inject
    private Database database;

    @Inject
    private Outbox outbox;

    @Inject
    private Clock clock;

    /** Its text is about to go out. */
    void begin(UUID mail) {
        database.update(Sql.of("insert into mail_delivery (entry_id, begun_at) values (?, ?)", mail, clock.instant()));
    }

    /** Whether its text went out once, and nobody heard what became of it. */
    boolean isUncertain(UUID mail) {
        return database.exists(Sql.of("select 1 from mail_delivery where entry_id = ?", mail));
    }

    /** The server did not take it. */
    void refused(UUID mail) {
        database.update(Sql.of("delete from mail_delivery where entry_id = ?", mail));
    }

    /** The server has taken it. */
    void taken(OutboxEntry mail) {
        outbox.done(mail);
    }
}
