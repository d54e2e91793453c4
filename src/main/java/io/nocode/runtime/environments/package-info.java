/** Environments of a project: which tables each has now. */
@NullMarked
package io.nocode.runtime.environments;

import org.jspecify.annotations.NullMarked;
