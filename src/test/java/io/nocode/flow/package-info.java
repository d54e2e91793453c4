/** What a person does from the first sign-up to rows in a deployed application, and what must hold on the way. */
@NullMarked
package io.nocode.flow;

import org.jspecify.annotations.NullMarked;
