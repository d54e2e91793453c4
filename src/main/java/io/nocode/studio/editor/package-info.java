/** The visual editor's door: the whole draft in one answer, and changes of components one by one or together. */
@NullMarked
package io.nocode.studio.editor;

import org.jspecify.annotations.NullMarked;
