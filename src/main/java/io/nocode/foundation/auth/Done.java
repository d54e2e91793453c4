package io.nocode.foundation.auth;

import io.nocode.shared.problem.Messages;
import io.nocode.shared.rest.RequestContext;

/** A sentence for a person: it is done. */
public record Done(String message) {
    /** The sentence under a message key, in the language of the request. */
    public static Done of(String key) {
        return new Done(Messages.text(RequestContext.currentLanguage(), key));
    }
}
