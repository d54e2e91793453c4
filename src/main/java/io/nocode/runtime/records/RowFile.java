package io.nocode.runtime.records;

import io.nocode.shared.files.StoredFile;

/** A file of a row, to be sent. */
record RowFile(String name, String contentType, StoredFile stored) {}
