/** Takes events in, and keeps them in monthly partitions. */
@NullMarked
package io.nocode.insights.tracking;

import org.jspecify.annotations.NullMarked;
