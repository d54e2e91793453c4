/**
 * Tells of what happens to the rows of a table, whoever writes them: changes are recorded by the database while somebody
 * follows, and each node reads them once for all who hear the same. See {@code docs/adr/0013}.
 */
@NullMarked
package io.nocode.runtime.changes;

import org.jspecify.annotations.NullMarked;
