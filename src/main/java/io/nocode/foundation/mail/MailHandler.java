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

/** Sends queued e-mails by the transport that is configured: the mailbox in development, else SMTP. */
@ApplicationScoped
public class MailHandler implements OutboxHandler {
    private final String transport = Settings.text(
            "nocode.mail.transport", Settings.development() ? DevelopmentMailbox.NAME : SmtpTransport.NAME);

    @Inject
    @Any
    private Instance<MailTransport> transports;

    @Inject
    private Vault vault;

    @Override
    public String kind() {
        return Mailer.KIND;
    }

    @Override
    public void handle(OutboxEntry entry) throws Exception {
        String mail = vault.openText(entry.payload().get("sealed").textValue());
        transports.stream()
                .filter(each -> each.name().equals(transport))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(
                        "nocode.mail.transport must be mailbox or smtp, not '" + transport + "'."))
                .send(MailWriter.write(Json.as(Json.parse(mail), Mail.class)));
    }
}
