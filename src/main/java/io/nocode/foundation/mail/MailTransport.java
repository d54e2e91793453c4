package io.nocode.foundation.mail;

/** Brings e-mails away: one bean a kind, chosen by {@code nocode.mail.transport}. */
interface MailTransport {
    /** Its name in the configuration. */
    String name();

    /** Sends a mail; what it throws makes the mail due again later. */
    void send(WrittenMail mail) throws Exception;
}
