package io.nocode.foundation.mail;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.nocode.launcher.Installation;
import io.nocode.shared.json.Json;
import io.nocode.testing.People;
import io.nocode.testing.Wait;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Mails of a server that has a mail server: an installation of its own, without the mailbox of development. */
class MailIT {
    @TempDir
    private Path data;

    @Test
    void aMailWaitsForTheMailServerAndComesOnceWithALinkThatNoRequestChooses() throws Exception {
        int port = freePort();
        int smtp = freePort();
        Map<String, String> settings = Map.of(
                "nocode.mail.transport", "smtp",
                "nocode.mail.host", "127.0.0.1",
                "nocode.mail.port", String.valueOf(smtp),
                "nocode.mail.tls", "false",
                "nocode.public-url", "https://nocode.example/");
        try (Installation installation = Installation.start(Files.createDirectories(data), port, settings)) {
            String email = People.newEmail();
            register(installation.url(), email);
            Wait.until(() -> number(installation, "select coalesce(max(attempts), 0) from nocode.outbox"), n -> n > 0);
            installation.killAndRestart();

            GreenMail server = new GreenMail(new ServerSetup(smtp, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
            server.start();
            try {
                Wait.until(() -> server.getReceivedMessages().length, received -> received > 0);
                Wait.until(() -> number(installation, "select count(*) from nocode.outbox"), open -> open == 0);

                MimeMessage[] received = server.getReceivedMessages();
                assertThat(received).hasSize(1);
                assertThat(received[0].getAllRecipients()[0]).hasToString(email);
                assertThat(received[0].getFrom()[0].toString()).contains("no-reply@nocode.example");
                assertThat(com.icegreen.greenmail.util.GreenMailUtil.getBody(received[0]))
                        .contains("https://nocode.example/verify-email?token")
                        .doesNotContain("127.0.0.1");
                assertThat(number(installation, "select count(*) from nocode.mail_delivery"))
                        .isZero();
            } finally {
                server.stop();
            }
        }
    }

    private static void register(String url, String email) throws IOException, InterruptedException {
        String body = Json.text(Map.of(
                "email",
                email,
                "password",
                People.PASSWORD,
                "password_confirm",
                People.PASSWORD,
                "first_name",
                "Zoé",
                "last_name",
                "Müller"));
        HttpRequest request = HttpRequest.newBuilder(URI.create(url + "api/v1/foundation/auth/register/client/"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        HttpResponse<String> answer = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    }

    private static long number(Installation installation, String query) {
        try (Connection connection = installation.postgres().connection();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(query)) {
            result.next();
            return result.getLong(1);
        } catch (java.sql.SQLException failed) {
            throw new AssertionError(failed);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
