/** The arithmetic of billing: periods, prices, shares of them. Pure. */
@NullMarked
package io.nocode.foundation.billing;

import org.jspecify.annotations.NullMarked;
