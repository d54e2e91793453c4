/** Backups of environments as files that PostgreSQL reads, what is restored from them, and rows copied between environments. */
@NullMarked
package io.nocode.runtime.backups;

import org.jspecify.annotations.NullMarked;
