/** Lists: pages, sorting that is total, searching. */
@NullMarked
package io.nocode.shared.page;

import org.jspecify.annotations.NullMarked;
