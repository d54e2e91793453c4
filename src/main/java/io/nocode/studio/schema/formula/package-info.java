/** Formulas: a small language over the fields of one row, read, judged, and written as SQL that always ends. */
@NullMarked
package io.nocode.studio.schema.formula;

import org.jspecify.annotations.NullMarked;
