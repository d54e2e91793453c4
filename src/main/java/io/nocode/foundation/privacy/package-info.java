/** What people may ask about their own data: all of it as JSON, and that it is erased. */
@NullMarked
package io.nocode.foundation.privacy;

import org.jspecify.annotations.NullMarked;
