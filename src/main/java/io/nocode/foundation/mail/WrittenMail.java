package io.nocode.foundation.mail;

import java.util.Locale;
import java.util.UUID;

/**
 * An e-mail as it is sent.
 *
 * @param id the same whenever it is tried
 */
record WrittenMail(UUID id, String to, Locale language, String subject, String text, String html) {}
