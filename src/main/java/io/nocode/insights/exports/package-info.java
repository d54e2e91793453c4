/** Files made from what was tracked, by a restartable batch job. */
@NullMarked
package io.nocode.insights.exports;

import org.jspecify.annotations.NullMarked;
