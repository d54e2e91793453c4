package io.nocode.foundation.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Security case S22: what a user typed stays text in a mail. */
class MailWriterTest {
    private static final UUID ID = UUID.fromString("01930000-0000-7000-8000-00000000000a");
    private static final String LINK = "https://nocode.example/invitations?token=abc";

    @Test
    void aMailIsWrittenInTheReadersLanguage() {
        assertThat(invitation("fr-CA", "Acme").subject()).isEqualTo("Zoé vous invite à rejoindre Acme");
        assertThat(invitation("de", "Acme").subject()).isEqualTo("Zoé invites you to Acme");
    }

    @Test
    void markupInANameIsTextInTheHtml() {
        WrittenMail mail = invitation("en", "<script>alert('x')</script>");

        assertThat(mail.html()).doesNotContain("<script").contains("&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;");
        assertThat(mail.text()).contains("<script>alert('x')</script>");
    }

    @Test
    void aPlaceholderInANameIsNotFilled() {
        WrittenMail mail = invitation("en", "{{link}} {0} {1}");

        assertThat(mail.html()).contains("You are invited to {{link}} {0} {1}");
        assertThat(mail.text()).contains("You are invited to {{link}} {0} {1}");
    }

    @Test
    void aLineBreakInANameDoesNotBecomeAHeader() {
        assertThat(invitation("en", "Acme\r\nBcc: all@example.com").subject())
                .startsWith("Zoé invites you to Acme Bcc: all@")
                .doesNotContain("\r", "\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example/win",
                "www.evil.example",
                "evil.example",
                "mailto:me@evil.example",
                "\u202Emoc.live//:sptth"
            })
    void aNameDoesNotBecomeALinkOfItsOwn(String name) {
        WrittenMail mail = invitation("en", name);

        assertThat(mail.subject() + mail.text() + mail.html())
                .doesNotContain(name)
                .doesNotContainPattern("evil\\.example")
                .doesNotContain("\u202E");
    }

    @Test
    void aNameThatNeverEndsIsCut() {
        assertThat(invitation("en", "x".repeat(5_000)).subject())
                .hasSizeLessThan(200)
                .endsWith("…");
    }

    @Test
    void bothBodiesCarryTheLink() {
        WrittenMail mail = invitation("en", "Acme");

        assertThat(mail.text()).contains("\n" + LINK + "\n");
        assertThat(mail.html()).contains("href=\"" + LINK + "\"");
    }

    @Test
    void aMailWithoutALinkHasNoButton() {
        WrittenMail mail = MailWriter.write(ID, new Mail("password-changed", "a@b.c", "en", null, List.of("Zoé")));

        assertThat(mail.html()).doesNotContain("<a ").doesNotContain("{{");
        assertThat(mail.text()).contains("Hello Zoé").doesNotContain("{{");
    }

    @Test
    void anUnknownPlaceholderIsEmpty() {
        assertThat(MailWriter.fill("a {{b}} {{c}}", Map.of("b", "x"))).isEqualTo("a x ");
    }

    private static WrittenMail invitation(String language, String organisation) {
        return MailWriter.write(
                ID, new Mail("invitation", "a@b.c", language, LINK, List.of(organisation, "Zoé", "ADMIN")));
    }
}
