/** Rows in files: exports as they are read, and imports by a restartable batch job. */
@NullMarked
package io.nocode.runtime.transfer;

import org.jspecify.annotations.NullMarked;
