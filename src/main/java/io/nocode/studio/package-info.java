/** Where applications are designed: projects, tables, pages, and the versions that freeze them. */
@NullMarked
package io.nocode.studio;

import org.jspecify.annotations.NullMarked;
