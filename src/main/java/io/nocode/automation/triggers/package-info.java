/** What begins executions: people, CRON, webhooks. */
@NullMarked
package io.nocode.automation.triggers;

import org.jspecify.annotations.NullMarked;
