/**
 * The rows of user-defined tables: one statement a request, JSON straight from the result. Only who writes and may not see
 * all rows that a relation leads to has one more, which looks at those first. Lists and single rows are answered before
 * JAX-RS, by {@link io.nocode.runtime.records.RowsShortcut}; all else by the resources.
 */
@NullMarked
package io.nocode.runtime.records;

import org.jspecify.annotations.NullMarked;
