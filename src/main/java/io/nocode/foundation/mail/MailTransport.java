package io.nocode.foundation.mail;

/** Brings e-mails away: one bean a kind, chosen by {@code nocode.mail.transport}. */
interface MailTransport {
    /** Its name in the configuration. */
    String name();

    /**
     * Sends a mail.
     *
     * @throws Undelivered where it has not arrived, or may not have
     */
    void send(WrittenMail mail) throws Undelivered;
}
