package io.nocode.foundation.mail;

import io.nocode.shared.json.Json;
import io.nocode.shared.outbox.Outbox;
import io.nocode.shared.vault.Vault;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;

/** Takes e-mails in. They are sent if, and after, the current transaction commits. */
@ApplicationScoped
public class Mailer {
    static final String KIND = "mail";

    @Inject
    private Outbox outbox;

    @Inject
    private Vault vault;

    /** Queues a mail. It is sealed while it waits: its link may be a key to the account. */
    public void send(Mail mail) {
        outbox.put(KIND, Map.of("sealed", vault.sealText(Json.text(mail))));
    }

    /** The address of a page of the web application, below {@link PublicUrl}. */
    public static String link(String page, String token) {
        return PublicUrl.base() + "/" + page + "?token=" + token;
    }
}
