/** E-mails: written in the reader's language, queued with the transaction that causes them, sent by a transport. */
@NullMarked
package io.nocode.foundation.mail;

import org.jspecify.annotations.NullMarked;
