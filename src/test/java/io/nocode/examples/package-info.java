/** Runs the examples as a newcomer would. */
@NullMarked
package io.nocode.examples;

import org.jspecify.annotations.NullMarked;
