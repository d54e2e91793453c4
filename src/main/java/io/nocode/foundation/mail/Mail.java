package io.nocode.foundation.mail;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An e-mail to be written.
 *
 * @param template the message keys below {@code mail.<template>.}: subject, heading, text, action, note
 * @param language a language tag; other than French is English
 * @param link where its button leads, or null for none
 * @param words for the placeholders of its sentences; they may hold anything that a user typed
 */
public record Mail(
        String template,
        String to,
        String language,
        @Nullable String link,
        List<String> words) {}
