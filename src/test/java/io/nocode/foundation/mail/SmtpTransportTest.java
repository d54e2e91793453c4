package io.nocode.foundation.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.nocode.foundation.mail.Undelivered.Outlook;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Mails as a real mail server gets them, and what it means when one does not take them. */
class SmtpTransportTest {
    private static final UUID ID = UUID.fromString("01930000-0000-7000-8000-00000000000a");
    private static final Instant NOW = Instant.parse("2026-01-31T12:00:00Z");
    private static final Mail INVITATION = new Mail(
            "invitation",
            "grace@example.org",
            "fr",
            "https://nocode.example/invitations?token=abc",
            List.of("Café\r\nBcc: everybody@example.org", "Zoé", "ADMIN"));

    @Test
    void aMailArrivesOnceWithBothItsBodies() throws Exception {
        GreenMail server = new GreenMail(ServerSetup.SMTP.dynamicPort());
        server.start();
        try {
            post(server.getSmtp().getPort(), () -> {});

            MimeMessage[] received = server.getReceivedMessages();
            assertThat(received).hasSize(1);
            MimeMessage mail = received[0];
            assertThat(mail.getMessageID()).isEqualTo("<" + ID + "@nocode.example>");
            assertThat(mail.getSubject())
                    .isEqualTo("Zoé vous invite à rejoindre Café Bcc: everybody@\u200Bexample.\u200Borg");
            assertThat(mail.getHeader("Bcc")).isNull();
            assertThat(mail.getAllRecipients()).containsExactly(new InternetAddress("grace@example.org"));
            assertThat(mail.getFrom()).containsExactly(new InternetAddress("no-reply@nocode.example"));
            assertThat(mail.getHeader("Auto-Submitted")).containsExactly("auto-generated");
            assertThat(mail.getContentLanguage()).containsExactly("fr");
            assertThat(mail.getSentDate()).isEqualTo(NOW);
            MimeMultipart bodies = (MimeMultipart) mail.getContent();
            assertThat(bodies.getContentType()).startsWith("multipart/alternative");
            assertThat(bodies.getBodyPart(0).getContentType()).startsWith("text/plain");
            assertThat((String) bodies.getBodyPart(0).getContent()).contains("Zoé souhaite", INVITATION.link());
            assertThat(bodies.getBodyPart(1).getContentType()).startsWith("text/html");
            assertThat((String) bodies.getBodyPart(1).getContent()).contains("href=\"" + INVITATION.link() + "\"");
        } finally {
            server.stop();
        }
    }

    @ParameterizedTest
    @CsvSource({
        // Before the text nothing has gone out.
        "MAIL, 451 later, LATER, 0",
        "MAIL, '', LATER, 0",
        "RCPT, 550 no such user, NEVER, 0",
        "RCPT, 450 busy, LATER, 0",
        "DATA, 451 later, LATER, 0",
        // The server says that it does not take the text.
        "., 451 later, LATER, 1",
        "., 554 spam, NEVER, 1",
        // The server says nothing any more: it may have taken it.
        "., '', UNCERTAIN, 1",
    })
    void whatAServerSaysDecidesWhetherToTryAgain(String command, String answer, Outlook outlook, int begun)
            throws Exception {
        AtomicInteger begins = new AtomicInteger();
        try (ScriptedServer server = new ScriptedServer(Map.of(command, answer))) {
            assertThatThrownBy(() -> post(server.port(), begins::incrementAndGet))
                    .isInstanceOfSatisfying(
                            Undelivered.class,
                            undelivered -> assertThat(undelivered.outlook()).isEqualTo(outlook));
        }
        assertThat(begins).hasValue(begun);
    }

    @Test
    void aServerThatHangsUpAfterItHasTakenTheMailIsNoFailure() throws Exception {
        try (ScriptedServer server = new ScriptedServer(Map.of("QUIT", ""))) {
            post(server.port(), () -> {});
        }
    }

    @Test
    void whereTheBeginningCannotBeRememberedNotAWordGoesOut() throws Exception {
        try (ScriptedServer server = new ScriptedServer(Map.of())) {
            assertThatThrownBy(() -> post(server.port(), () -> {
                        throw new IllegalStateException("The database is away.");
                    }))
                    .isInstanceOfSatisfying(
                            Undelivered.class,
                            undelivered -> assertThat(undelivered.outlook()).isEqualTo(Outlook.LATER));
        }
    }

    @Test
    void aServerThatIsAwayIsTriedAgain() throws Exception {
        int nobody;
        try (ScriptedServer server = new ScriptedServer(Map.of())) {
            nobody = server.port();
        }
        assertThatThrownBy(() -> post(nobody, () -> {}))
                .isInstanceOfSatisfying(
                        Undelivered.class,
                        undelivered -> assertThat(undelivered.outlook()).isEqualTo(Outlook.LATER));
    }

    private static void post(int port, Runnable beforeText) throws Exception {
        Session session = MailSettings.session("127.0.0.1", port, false, null);
        Letter letter = new Letter(
                session,
                MailWriter.write(ID, INVITATION),
                new InternetAddress("NoCode Backend <no-reply@nocode.example>"),
                NOW,
                beforeText);
        SmtpTransport.post(session, letter, null, null);
    }
}
