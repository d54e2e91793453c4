/** What a table is, purely: types, fields, names, and the steps from one shape of a table to another. */
@NullMarked
package io.nocode.studio.schema;

import org.jspecify.annotations.NullMarked;
