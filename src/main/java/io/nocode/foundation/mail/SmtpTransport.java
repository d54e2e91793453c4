package io.nocode.foundation.mail;

import io.nocode.shared.settings.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.nio.charset.StandardCharsets;
import java.util.Properties;

/** Sends by SMTP: {@code nocode.mail.host}, {@code .port}, {@code .user}, {@code .password}, {@code .from}, {@code .tls}. */
@ApplicationScoped
class SmtpTransport implements MailTransport {
    static final String NAME = "smtp";

    private static final String UTF_8 = StandardCharsets.UTF_8.name();
    private static final String PATIENCE_MILLIS = "15000";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void send(WrittenMail mail) throws MessagingException {
        Session session = Session.getInstance(properties());
        MimeMessage message = new MimeMessage(session);
        message.setFrom(new InternetAddress(Settings.text("nocode.mail.from", "no-reply@localhost")));
        message.setRecipient(Message.RecipientType.TO, new InternetAddress(mail.to(), true));
        message.setSubject(mail.subject(), UTF_8);
        MimeBodyPart text = new MimeBodyPart();
        text.setText(mail.text(), UTF_8);
        MimeBodyPart html = new MimeBodyPart();
        html.setText(mail.html(), UTF_8, "html");
        message.setContent(new MimeMultipart("alternative", text, html));
        try (Transport transport = session.getTransport("smtp")) {
            transport.connect(
                    Settings.text("nocode.mail.user").orElse(null),
                    Settings.text("nocode.mail.password").orElse(null));
            message.saveChanges();
            transport.sendMessage(message, message.getAllRecipients());
        }
    }

    private static Properties properties() {
        String host = Settings.text("nocode.mail.host")
                .orElseThrow(() -> new IllegalStateException("nocode.mail.host is not set: mails cannot be sent."));
        boolean tls = Boolean.parseBoolean(Settings.text("nocode.mail.tls", "true"));
        Properties properties = new Properties();
        properties.setProperty("mail.smtp.host", host);
        properties.setProperty("mail.smtp.port", String.valueOf(Settings.number("nocode.mail.port", tls ? 587 : 25)));
        properties.setProperty(
                "mail.smtp.auth",
                String.valueOf(Settings.text("nocode.mail.user").isPresent()));
        properties.setProperty("mail.smtp.starttls.enable", String.valueOf(tls));
        properties.setProperty("mail.smtp.starttls.required", String.valueOf(tls));
        properties.setProperty("mail.smtp.ssl.checkserveridentity", "true");
        properties.setProperty("mail.smtp.connectiontimeout", PATIENCE_MILLIS);
        properties.setProperty("mail.smtp.timeout", PATIENCE_MILLIS);
        properties.setProperty("mail.smtp.writetimeout", PATIENCE_MILLIS);
        return properties;
    }
}
