/** Pages made out of tables, and pages made out of other pages. */
@NullMarked
package io.nocode.studio.generation;

import org.jspecify.annotations.NullMarked;
