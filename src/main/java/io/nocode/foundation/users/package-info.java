/** Accounts: who a person is, their profile, and their administration. */
@NullMarked
package io.nocode.foundation.users;

import org.jspecify.annotations.NullMarked;
