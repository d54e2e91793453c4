package io.nocode.foundation.mail;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import java.time.Clock;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Sends by SMTP, as {@link MailSettings} say. */
@ApplicationScoped
class SmtpTransport implements MailTransport {
    static final String NAME = "smtp";

    private static final Logger LOG = Logger.getLogger(SmtpTransport.class.getName());

    @Inject
    private Deliveries deliveries;

    @Inject
    private Clock clock;

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void send(WrittenMail mail) throws Undelivered {
        try {
            Session session = MailSettings.session();
            Letter letter = new Letter(
                    session, mail, MailSettings.from(session), clock.instant(), () -> deliveries.begin(mail.id()));
            post(session, letter, MailSettings.user(), MailSettings.password());
        } catch (MessagingException unwritable) {
            throw new Undelivered(Undelivered.Outlook.NEVER, "The mail cannot be written.", unwritable);
        }
    }

    /** Brings a letter to the server. Once the server has taken it, nothing makes that a failure. */
    static void post(Session session, Letter letter, @Nullable String user, @Nullable String password)
            throws Undelivered {
        try {
            Transport transport = session.getTransport();
            try {
                if (user == null) {
                    transport.connect();
                } else {
                    transport.connect(user, password);
                }
                transport.sendMessage(letter, letter.getAllRecipients());
            } finally {
                close(transport);
            }
        } catch (MessagingException fault) {
            throw Undelivered.of(fault, letter.isBegun());
        }
    }

    private static void close(Transport transport) {
        try {
            transport.close();
        } catch (MessagingException impolite) {
            LOG.log(Level.FINE, "The mail server did not say goodbye.", impolite);
        }
    }
}
