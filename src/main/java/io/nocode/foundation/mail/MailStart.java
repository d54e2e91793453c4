package io.nocode.foundation.mail;

import io.nocode.shared.rest.PlatformStarted;
import io.nocode.shared.settings.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.logging.Logger;

/** Says at the start, and not with the first mail, what of its configuration is missing. */
@ApplicationScoped
class MailStart {
    private static final Logger LOG = Logger.getLogger(MailStart.class.getName());

    void check(@Observes PlatformStarted started) {
        if (Settings.development()) {
            PublicUrl.configured();
            return;
        }
        PublicUrl.base();
        if (!MailSettings.areThere()) {
            LOG.warning(
                    "Neither nocode.mail.host nor nocode.mail.jndi is set: mails wait for a day, then are given up.");
        }
    }
}
