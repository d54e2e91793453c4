/** Who did what in an organisation: a log that only grows and shows when somebody tampered with it. */
@NullMarked
package io.nocode.foundation.audit;

import org.jspecify.annotations.NullMarked;
