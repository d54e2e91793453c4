/** What happened, measured and told: events, activities, exports. */
@NullMarked
package io.nocode.insights;

import org.jspecify.annotations.NullMarked;
