/** Applications: what of a project is to run, under which name, and whether it does. */
@NullMarked
package io.nocode.runtime.apps;

import org.jspecify.annotations.NullMarked;
