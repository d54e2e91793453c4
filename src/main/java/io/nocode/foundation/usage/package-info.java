/** How much organisations use the platform. */
@NullMarked
package io.nocode.foundation.usage;

import org.jspecify.annotations.NullMarked;
