package io.nocode.foundation.mail;

import io.nocode.shared.json.Json;
import io.nocode.shared.outbox.OutboxEntry;
import io.nocode.shared.outbox.OutboxHandler;
import io.nocode.shared.settings.Settings;
import io.nocode.shared.vault.Vault;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;

/**
 * Sends queued e-mails by the transport that is configured: the mailbox in development, else SMTP. A mail is tried again
 * for a day while it is certain that it has not arrived. Where a crash or a lost connection leaves that open, it is not:
 * no mail comes twice. Such an entry stays in the outbox as failed.
 */
@ApplicationScoped
public class MailHandler implements OutboxHandler {
    /** Five seconds, ten, twenty …, then every hour: all of it a day. */
    private static final int ATTEMPTS = 33;

    private static final Duration FIRST_WAIT = Duration.ofSeconds(5);
    private static final Duration LONGEST_WAIT = Duration.ofHours(1);

    private final String transport = Settings.text(
            "nocode.mail.transport", Settings.development() ? DevelopmentMailbox.NAME : SmtpTransport.NAME);

    @Inject
    @Any
    private Instance<MailTransport> transports;

    @Inject
    private Deliveries deliveries;

    @Inject
    private Vault vault;

    @Override
    public String kind() {
        return Mailer.KIND;
    }

    @Override
    public void handle(OutboxEntry entry) throws Exception {
        if (deliveries.isUncertain(entry.id())) {
            throw new Undelivered(Undelivered.Outlook.UNCERTAIN, "It may have been sent before.", null);
        }
        String mail = vault.openText(entry.payload().get("sealed").textValue());
        try {
            transport().send(MailWriter.write(entry.id(), Json.as(Json.parse(mail), Mail.class)));
        } catch (Undelivered undelivered) {
            if (undelivered.outlook() != Undelivered.Outlook.UNCERTAIN) {
                deliveries.refused(entry.id());
            }
            throw undelivered;
        }
        deliveries.taken(entry);
    }

    @Override
    public Optional<Duration> retryAfter(int failures, Exception why) {
        boolean hopeless = why instanceof Undelivered undelivered && undelivered.outlook() != Undelivered.Outlook.LATER;
        return hopeless ? Optional.empty() : retryAfter(failures);
    }

    @Override
    public Optional<Duration> retryAfter(int failures) {
        if (failures >= ATTEMPTS) {
            return Optional.empty();
        }
        Duration wait = FIRST_WAIT.multipliedBy(1L << Math.min(failures - 1, 20));
        return Optional.of(wait.compareTo(LONGEST_WAIT) < 0 ? wait : LONGEST_WAIT);
    }

    private MailTransport transport() {
        return transports.stream()
                .filter(each -> each.name().equals(transport))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(
                        "nocode.mail.transport must be mailbox or smtp, not '" + transport + "'."));
    }
}
