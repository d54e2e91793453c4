/** The people who use an application: their accounts, apart from those of who builds it, and how they sign in. */
@NullMarked
package io.nocode.runtime.endusers;

import org.jspecify.annotations.NullMarked;
