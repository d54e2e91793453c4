package io.nocode.foundation.mail;

import io.nocode.shared.sql.Row;
import java.time.Instant;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * An e-mail in the development mailbox.
 *
 * @param links every address in its text, in order
 */
@Schema(name = "Mail")
public record MailView(String to, String subject, String text, String html, Instant sentAt, List<String> links) {
    private static final Pattern LINK = Pattern.compile("https?://\\S+");

    static MailView of(Row row) {
        String text = row.text("text_body");
        return new MailView(
                row.text("recipient"),
                row.text("subject"),
                text,
                row.text("html_body"),
                row.instant("created_at"),
                LINK.matcher(text).results().map(MatchResult::group).toList());
    }
}
