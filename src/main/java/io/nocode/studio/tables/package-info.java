/** The tables of a project as they are designed, at work in its dev environment at once. */
@NullMarked
package io.nocode.studio.tables;

import org.jspecify.annotations.NullMarked;
