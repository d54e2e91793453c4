/** Short messages between nodes, by PostgreSQL's LISTEN and NOTIFY. */
@NullMarked
package io.nocode.shared.signal;

import org.jspecify.annotations.NullMarked;
