/** A project as one document: written in a stable order, compared with another, and read back. */
@NullMarked
package io.nocode.studio.documents;

import org.jspecify.annotations.NullMarked;
