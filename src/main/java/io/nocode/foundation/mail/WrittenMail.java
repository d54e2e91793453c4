package io.nocode.foundation.mail;

/** An e-mail as it is sent. */
record WrittenMail(String to, String subject, String text, String html) {}
