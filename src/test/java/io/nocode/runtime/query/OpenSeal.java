package io.nocode.runtime.query;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Optional;

/** Closes nothing: what a cursor says can be read. */
record OpenSeal() implements Seal {
    @Override
    public String close(String text) {
        return HexFormat.of().formatHex(text.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public Optional<String> open(String closed) {
        return Optional.of(new String(HexFormat.of().parseHex(closed), StandardCharsets.UTF_8));
    }
}
