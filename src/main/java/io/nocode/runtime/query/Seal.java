package io.nocode.runtime.query;

import java.util.Optional;

/** Makes text that its reader neither understands nor alters unnoticed. */
public interface Seal {
    /** The text closed, fit for a URL. */
    String close(String text);

    /** What was closed; empty where this is nothing that was. */
    Optional<String> open(String closed);
}
