/** Who may do what with the rows of a table: the role table, refined by the table's own policies. */
@NullMarked
package io.nocode.runtime.policies;

import org.jspecify.annotations.NullMarked;
