/** How organisations pay: payment methods, the providers behind them, and what providers tell. */
@NullMarked
package io.nocode.foundation.payments;

import org.jspecify.annotations.NullMarked;
