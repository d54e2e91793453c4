/** Comma-separated values that a spreadsheet opens without running them. */
@NullMarked
package io.nocode.shared.csv;

import org.jspecify.annotations.NullMarked;
