/** Applications as their end users meet them: addresses, pages, bundles from memory, and the figures of who came. */
@NullMarked
package io.nocode.runtime.served;

import org.jspecify.annotations.NullMarked;
