/** SQL as a value, the only JDBC of the platform, and the migrations of its own tables. */
@NullMarked
package io.nocode.shared.sql;

import org.jspecify.annotations.NullMarked;
