package io.nocode.insights.exports;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** The language of names of months and days in a file. */
public enum Language {
    @JsonProperty("en")
    EN,
    @JsonProperty("fr")
    FR;

    Locale locale() {
        return this == FR ? Locale.FRENCH : Locale.ENGLISH;
    }
}
