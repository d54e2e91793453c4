package io.nocode.foundation.mail;

import io.nocode.shared.sql.Database;
import io.nocode.shared.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Keeps mails in the database instead of sending them: what a developer or a test reads. */
@ApplicationScoped
class DevelopmentMailbox implements MailTransport {
    static final String NAME = "mailbox";

    private static final int NEWEST = 200;

    @Inject
    private Database database;

    @Inject
    private Clock clock;

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void send(WrittenMail mail) {
        database.update(Sql.of(
                "insert into mailbox_mail (id, recipient, subject, text_body, html_body, created_at)"
                        + " values (?, ?, ?, ?, ?, ?) on conflict (id) do nothing",
                mail.id(),
                mail.to(),
                mail.subject(),
                mail.text(),
                mail.html(),
                clock.instant()));
    }

    /** The newest mails first; all, or those to one address. */
    List<MailView> list(@Nullable String to) {
        Sql where = to == null
                ? Sql.empty()
                : Sql.of(" where recipient = ?", to.strip().toLowerCase(Locale.ROOT));
        return database.list(
                Sql.of("select recipient, subject, text_body, html_body, created_at from mailbox_mail")
                        .then(where)
                        .then(" order by created_at desc, id desc limit ?", NEWEST),
                MailView::of);
    }

    void empty() {
        database.update(Sql.of("delete from mailbox_mail"));
    }
}
