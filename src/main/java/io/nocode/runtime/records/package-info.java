/** The rows of user-defined tables: one statement a request, JSON straight from the result. */
@NullMarked
package io.nocode.runtime.records;

import org.jspecify.annotations.NullMarked;
