/** Executions: accepted, run step by step out of the outbox, recorded. */
@NullMarked
package io.nocode.automation.executions;

import org.jspecify.annotations.NullMarked;
