/** Files as bytes: how they come in, where they are kept, what they are, and how they are sent. */
@NullMarked
package io.nocode.shared.files;

import org.jspecify.annotations.NullMarked;
