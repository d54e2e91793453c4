/** Publishing: a project is judged, and frozen as a numbered version that never changes. */
@NullMarked
package io.nocode.studio.versions;

import org.jspecify.annotations.NullMarked;
