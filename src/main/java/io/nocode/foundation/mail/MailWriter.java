package io.nocode.foundation.mail;

import io.nocode.shared.problem.Messages;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.UnaryOperator;

/**
 * Writes mails: sentences of the message files in a layout whose placeholders ({@code {{heading}}}) are replaced once
 * and hold no logic, so that nothing a user typed can become more than text.
 */
final class MailWriter {
    private static final String HTML = layout("/mail/layout.html");
    private static final String HTML_ACTION = layout("/mail/action.html");
    private static final String TEXT = layout("/mail/layout.txt");

    private MailWriter() {}

    static WrittenMail write(UUID id, Mail mail) {
        Locale language = mail.language().startsWith("fr") ? Locale.FRENCH : Locale.ENGLISH;
        return new WrittenMail(
                id,
                mail.to(),
                language,
                oneLine(sentence(mail, language, "subject")),
                text(mail, language),
                html(mail, language));
    }

    private static String text(Mail mail, Locale language) {
        Map<String, String> parts = parts(mail, language, UnaryOperator.identity());
        parts.put("action_block", mail.link() == null ? "" : parts.get("action") + ":\n" + mail.link() + "\n\n");
        return fill(TEXT, parts);
    }

    private static String html(Mail mail, Locale language) {
        Map<String, String> parts = parts(mail, language, MailWriter::escaped);
        if (mail.link() != null) {
            parts.put("link", escaped(mail.link()));
            parts.put("action_block", fill(HTML_ACTION, parts));
        }
        return fill(HTML, parts);
    }

    private static Map<String, String> parts(Mail mail, Locale language, UnaryOperator<String> quote) {
        Map<String, String> parts = new LinkedHashMap<>();
        for (String part : new String[] {"heading", "text", "action", "note"}) {
            parts.put(part, quote.apply(sentence(mail, language, part)));
        }
        parts.put("language", language.getLanguage());
        for (String part : new String[] {"signature", "link_hint"}) {
            parts.put(part, quote.apply(Messages.text(language, "mail." + part)));
        }
        return parts;
    }

    private static String sentence(Mail mail, Locale language, String part) {
        Object[] words = mail.words().stream().map(PlainWords::of).toArray();
        return Messages.text(language, "mail." + mail.template() + "." + part, words);
    }

    /** Replaces every placeholder once, from left to right: what was put in is not read again. */
    static String fill(String layout, Map<String, String> parts) {
        StringBuilder filled = new StringBuilder();
        int at = 0;
        for (int open = layout.indexOf("{{"); open >= 0; open = layout.indexOf("{{", at)) {
            int close = layout.indexOf("}}", open);
            filled.append(layout, at, open).append(parts.getOrDefault(layout.substring(open + 2, close), ""));
            at = close + 2;
        }
        return filled.append(layout.substring(at)).toString();
    }

    static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    /** A header is one line, whatever a name in it holds. */
    static String oneLine(String text) {
        return text.replaceAll("\\p{Cntrl}+", " ").strip();
    }

    private static String layout(String resource) {
        try (InputStream layout = Objects.requireNonNull(MailWriter.class.getResourceAsStream(resource), resource)) {
            return new String(layout.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
