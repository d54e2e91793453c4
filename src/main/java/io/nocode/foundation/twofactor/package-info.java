/** The second factor: codes of an authenticator, and recovery codes for the day it is lost. */
@NullMarked
package io.nocode.foundation.twofactor;

import org.jspecify.annotations.NullMarked;
