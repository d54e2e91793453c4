package io.nocode.foundation.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A mail was not taken by the mail server, or may not have been. */
final class Undelivered extends Exception {
    private static final long serialVersionUID = 1L;

    /** The reply of an SMTP server that says no, RFC 5321 section 4.2: 4xx for now, 5xx for good. */
    private static final Pattern REPLY = Pattern.compile("([45])\\d\\d[ -]");

    private final Outlook outlook;

    /** What is to be done about it. */
    enum Outlook {
        /** It certainly has not arrived; it is tried again. */
        LATER,
        /** It certainly has not arrived, and never will: there is no such address. */
        NEVER,
        /** The connection was lost between the text and the server's answer. */
        UNCERTAIN
    }

    Undelivered(Outlook outlook, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.outlook = outlook;
    }

    /**
     * What a fault means.
     *
     * @param begun whether the mail's text had begun to go out
     */
    static Undelivered of(MessagingException fault, boolean begun) {
        return new Undelivered(outlook(fault, begun), "The mail was not delivered: " + fault.getMessage(), fault);
    }

    private static Outlook outlook(MessagingException fault, boolean begun) {
        if (begun) {
            return reply(fault)
                    .map(first -> first == '5' ? Outlook.NEVER : Outlook.LATER)
                    .orElse(Outlook.UNCERTAIN);
        }
        boolean noSuchAddress = fault instanceof SendFailedException refused
                && refused.getInvalidAddresses() != null
                && refused.getInvalidAddresses().length > 0;
        return noSuchAddress ? Outlook.NEVER : Outlook.LATER;
    }

    /** The first digit of the server's reply; empty where it gave none, as when it fell silent. */
    private static Optional<Character> reply(Exception fault) {
        for (Exception each = fault; each != null; each = next(each)) {
            Matcher matcher = REPLY.matcher(String.valueOf(each.getMessage()));
            if (matcher.lookingAt()) {
                return Optional.of(matcher.group(1).charAt(0));
            }
        }
        return Optional.empty();
    }

    private static @Nullable Exception next(Exception fault) {
        return fault instanceof MessagingException messaging ? messaging.getNextException() : null;
    }

    Outlook outlook() {
        return outlook;
    }
}
