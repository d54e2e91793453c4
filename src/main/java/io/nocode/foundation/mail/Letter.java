package io.nocode.foundation.mail;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;

/** A mail in MIME: text and HTML, with the same Message-ID whenever it is tried. */
final class Letter extends MimeMessage {
    private static final String UTF_8 = StandardCharsets.UTF_8.name();

    private final String messageId;
    private final Runnable beforeText;
    private boolean begun;

    /**
     * A letter ready to be sent.
     *
     * @param beforeText called when the server waits for the text: once it has come through, nobody can take it back
     */
    Letter(Session session, WrittenMail mail, InternetAddress from, Instant now, Runnable beforeText)
            throws MessagingException {
        super(session);
        this.beforeText = beforeText;
        String address = from.getAddress();
        this.messageId = "<" + mail.id() + "@" + address.substring(address.indexOf('@') + 1) + ">";
        setFrom(from);
        setRecipient(Message.RecipientType.TO, new InternetAddress(mail.to(), true));
        setSubject(mail.subject(), UTF_8);
        setSentDate(Date.from(now));
        setContentLanguage(new String[] {mail.language().getLanguage()});
        // RFC 3834: no holiday notice answers this.
        setHeader("Auto-Submitted", "auto-generated");
        MimeBodyPart text = new MimeBodyPart();
        text.setText(mail.text(), UTF_8);
        MimeBodyPart html = new MimeBodyPart();
        html.setText(mail.html(), UTF_8, "html");
        setContent(new MimeMultipart("alternative", text, html));
        saveChanges();
    }

    @Override
    protected void updateMessageID() throws MessagingException {
        setHeader("Message-ID", messageId);
    }

    @Override
    public void writeTo(OutputStream out, String[] ignored) throws IOException, MessagingException {
        if (!begun) {
            try {
                beforeText.run();
            } catch (RuntimeException notAllowed) {
                // As an IOException it ends the connection before a word has gone out.
                throw new IOException(notAllowed);
            }
            begun = true;
        }
        super.writeTo(out, ignored);
    }

    /** Whether its text has begun to go out. */
    boolean isBegun() {
        return begun;
    }
}
