package io.nocode.foundation.mail;

import io.nocode.shared.settings.Settings;
import jakarta.mail.Session;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.net.URI;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Pattern;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import org.jspecify.annotations.Nullable;

/**
 * How mails leave: {@code nocode.mail.jndi} names a mail session of the server's, or {@code nocode.mail.host},
 * {@code .port}, {@code .user}, {@code .password} and {@code .tls} describe one.
 */
final class MailSettings {
    private static final Pattern LOCAL_NAME = Pattern.compile("(java:)?[A-Za-z0-9_./-]+");
    private static final String CONNECT_MILLIS = "15000";
    /** Mail servers look through a mail before they take it. */
    private static final String PATIENCE_MILLIS = "60000";

    private MailSettings() {}

    static boolean areThere() {
        return Settings.text("nocode.mail.jndi").isPresent()
                || Settings.text("nocode.mail.host").isPresent();
    }

    static Session session() {
        Optional<String> name = Settings.text("nocode.mail.jndi");
        if (name.isPresent()) {
            return serversSession(name.get());
        }
        String host = Settings.text("nocode.mail.host")
                .orElseThrow(() -> new IllegalStateException(
                        "Neither nocode.mail.host nor nocode.mail.jndi is set: mails cannot be sent."));
        boolean tls = Boolean.parseBoolean(Settings.text("nocode.mail.tls", "true"));
        return session(host, Settings.number("nocode.mail.port", tls ? 587 : 25), tls, user());
    }

    @SuppressWarnings("BanJNDI") // The name is the administrator's, and no URL: nothing is fetched from elsewhere.
    private static Session serversSession(String name) {
        try {
            if (LOCAL_NAME.matcher(name).matches()) {
                return InitialContext.doLookup(name);
            }
        } catch (NamingException | ClassCastException absent) {
            throw new IllegalStateException(
                    "nocode.mail.jndi: the server has no mail session of the name " + name + ".", absent);
        }
        throw new IllegalStateException("nocode.mail.jndi must be a name such as mail/nocode, not '" + name + "'.");
    }

    static Session session(String host, int port, boolean tls, @Nullable String user) {
        Properties properties = new Properties();
        properties.setProperty("mail.transport.protocol", "smtp");
        properties.setProperty("mail.smtp.host", host);
        properties.setProperty("mail.smtp.port", String.valueOf(port));
        properties.setProperty("mail.smtp.auth", String.valueOf(user != null));
        properties.setProperty("mail.smtp.starttls.enable", String.valueOf(tls));
        properties.setProperty("mail.smtp.starttls.required", String.valueOf(tls));
        properties.setProperty("mail.smtp.ssl.checkserveridentity", "true");
        properties.setProperty("mail.smtp.connectiontimeout", CONNECT_MILLIS);
        properties.setProperty("mail.smtp.timeout", PATIENCE_MILLIS);
        properties.setProperty("mail.smtp.writetimeout", PATIENCE_MILLIS);
        return Session.getInstance(properties);
    }

    /** Null where the server, or its session, asks for none. */
    static @Nullable String user() {
        return Settings.text("nocode.mail.user").orElse(null);
    }

    static @Nullable String password() {
        return Settings.text("nocode.mail.password").orElse(null);
    }

    /** {@code nocode.mail.from}, what the server's session says, or {@code no-reply} at the host of the application. */
    static InternetAddress from(Session session) {
        String from = Settings.text("nocode.mail.from")
                .or(() -> Optional.ofNullable(session.getProperty("mail.from")))
                .orElseGet(() -> "NoCode Backend <no-reply@"
                        + PublicUrl.configured().map(MailSettings::host).orElse("localhost") + ">");
        try {
            return new InternetAddress(from, true);
        } catch (AddressException wrong) {
            throw new IllegalStateException(
                    "nocode.mail.from must be an address such as NoCode <no-reply@example.com>.", wrong);
        }
    }

    private static String host(String url) {
        return URI.create(url).getHost();
    }
}
