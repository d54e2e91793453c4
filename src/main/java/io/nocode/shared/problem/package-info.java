/** Refusals as values: each knows its code, its status and its sentence in English and French. */
@NullMarked
package io.nocode.shared.problem;

import org.jspecify.annotations.NullMarked;
