/** Proposes fields for real data: a file's columns are given names that can be used and the types that their values have. */
@NullMarked
package io.nocode.studio.inference;

import org.jspecify.annotations.NullMarked;
