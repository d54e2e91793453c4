package io.nocode.shared.files;

import java.util.UUID;

/** Bytes that are kept. */
public record StoredFile(UUID id, Place place, long size, String sha256) {
    /** Where they are. */
    public enum Place {
        DATABASE,
        DIRECTORY
    }
}
