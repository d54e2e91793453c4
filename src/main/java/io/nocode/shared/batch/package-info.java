/** Runs Jakarta Batch jobs and follows them to their end. */
@NullMarked
package io.nocode.shared.batch;

import org.jspecify.annotations.NullMarked;
