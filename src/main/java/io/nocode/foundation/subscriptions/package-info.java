/** Which plan an organisation is on: beginning, changing, renewing and ending subscriptions. */
@NullMarked
package io.nocode.foundation.subscriptions;

import org.jspecify.annotations.NullMarked;
